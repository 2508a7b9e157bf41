import { botAsUser, type World } from '../model/world.ts';
import { addPerson, privateRoom } from '../rules/actions.ts';
import { addRoom, changeStatus, openTopic, place } from '../rules/membership.ts';

/** Gives an empty world people, groups and a channel. A bot that knows them from an earlier run may write. */
export function seedWorld(world: World): void {
  if (world.users.size > 1) return;
  const you = addPerson(world, 'You');
  const mira = addPerson(world, 'Mira');
  const tom = addPerson(world, 'Tom');
  privateRoom(world, you).started = true;
  const group = addRoom(world, 'Newsroom', {});
  place(group, mira, 'creator');
  place(group, you, 'member');
  place(group, tom, 'member');
  changeStatus(world, group, mira, botAsUser(world), 'member');
  const forum = addRoom(world, 'Debates', { forum: true });
  place(forum, mira, 'creator');
  place(forum, you, 'member');
  openTopic(world, forum, mira, 'Sources');
  changeStatus(world, forum, mira, botAsUser(world), 'member');
  const channel = addRoom(world, 'Bulletin', { kind: 'channel' });
  place(channel, mira, 'creator');
  place(channel, you, 'administrator', { can_post_messages: true });
  changeStatus(world, channel, mira, botAsUser(world), 'administrator', { can_post_messages: true });
}
