## «Не для меня» под сюжетом дайджеста

button-not-for-me = 🔕 Не для меня
mute-what = Что теперь убрать из этого дайджеста?
mute-story = Этот сюжет
mute-person = Всё, где есть { $name }
mute-outlet = Всё из издания { $name }
mute-done = Теперь в этом дайджесте не будет «{ $name }».
mute-undone = «{ $name }» снова в этом дайджесте.
mute-undo = Вернуть
mute-again = Убрать снова
muted-these = Не для меня: { $names }
muted-list = Что убрано из этого дайджеста. Нажмите, чтобы вернуть.
muted-none = Из этого дайджеста ничего не убрано.
muted-one = ↩ { $name }
set-muted = Убранное
