## «Не для мене» під сюжетом дайджесту

button-not-for-me = 🔕 Не для мене
mute-what = Що відтепер прибрати з цього дайджесту?
mute-story = Цей сюжет
mute-person = Усе, де є { $name }
mute-outlet = Усе з видання { $name }
mute-done = Відтепер у цьому дайджесті не буде «{ $name }».
mute-undone = «{ $name }» знову в цьому дайджесті.
mute-undo = Повернути
mute-again = Прибрати знову
muted-these = Не для мене: { $names }
muted-list = Що прибрано з цього дайджесту. Натисніть, щоб повернути.
muted-none = З цього дайджесту нічого не прибрано.
muted-one = ↩ { $name }
set-muted = Прибране
