/**
 * What the bot does on Slack when its turn comes: a reply is posted, put in the place of another, or taken back.
 *
 * Nothing is dropped in silence: what cannot be said in public is said to the asker alone with the reason, by each way
 * there is, and where none is left the operator is told.
 */
import {sentenceReply, paragraphs, type Reply} from '../../bot/message.js';
import type {Turn} from '../../bot/turn.js';
import type {Log} from '../log.js';
import {findAnswer} from './answers.js';
import {failureOf, type SlackFailure} from './failure.js';
import {deleteByName, deleteByUrl, post, postAlone, postByUrl, postDirectly, update} from './posting.js';
import type {Scene} from './scene.js';
import {whyNot} from './why-not.js';

export interface Voice {
  speak(turn: Turn, scene: Scene): Promise<void>;
  /** Say it in the place of the answer that the question has, or as an answer of its own where it has none. */
  correct(turn: Turn, scene: Scene): Promise<void>;
}

type Way = (scene: Scene) => Promise<void>;

export function createVoice(log: Log): Voice {
  const tellOperator = ({key}: Scene, what: string, failures: readonly SlackFailure[]) =>
    log.error(`Slack request ${key} could not be ${what}: ${failures.map(({message}) => message).join(', then ')}.`);

  /** To the asker alone, by each way there is. */
  const sayAlone = async (reply: Reply, scene: Scene): Promise<void> => {
    const {responseUrl, isDirect} = scene;
    const failures = await firstOf(
      [
        ...(responseUrl === undefined ? [] : [by(postByUrl, reply)]),
        ...(isDirect ? [by(post, reply)] : [by(postAlone, reply), by(postDirectly, reply)]),
      ],
      scene,
    );
    if (failures.length > 0) tellOperator(scene, 'answered', failures);
  };

  /** To everybody; where that fails, to the asker alone with the reason. */
  const sayOpenly = async (ways: readonly Way[], reply: Reply, scene: Scene): Promise<void> => {
    const failures = await firstOf(ways, scene, isUnclear);
    const last = failures.at(-1);
    if (!last) return;
    log.warn(`Slack request ${scene.key} could not be answered for everybody: ${last.message}.`);
    await sayAlone(withReason(reply, last), scene);
  };

  const say = async ({reply, to, at}: Extract<Turn, {type: 'say'}>, scene: Scene): Promise<void> => {
    const {isDirect, responseUrl} = scene;
    if (at === 'same' && responseUrl !== undefined) {
      const failures = await firstOf([replacing(reply)], scene);
      return failures.length > 0 ? sayAlone(reply, scene) : undefined;
    }
    // Shared by a press: the press's address works also where the bot is no member.
    if (to === 'place' && responseUrl !== undefined) return sayOpenly([sharing(reply), by(post, reply)], reply, scene);
    return to === 'place' || isDirect ? sayOpenly([by(post, reply)], reply, scene) : sayAlone(reply, scene);
  };

  return {
    async speak(turn, scene) {
      if (turn.type === 'say') return say(turn, scene);
      if (turn.type === 'silence') return;
      const failures = await firstOf([...(scene.responseUrl === undefined ? [] : [deleteByUrl]), deleteByName], scene);
      const last = failures.at(-1);
      if (!last) return;
      tellOperator(scene, 'taken back', failures);
      await sayAlone(sentenceReply(`The answer cannot be removed. ${whyNot(last.reason)}`), scene);
    },
    async correct(turn, scene) {
      if (turn.type !== 'say') return;
      if (turn.to === 'asker' && !scene.isDirect) return say(turn, scene);
      const {reply} = turn;
      const answer = await findAnswer(scene).catch(() => undefined);
      const inPlace: Way[] = answer === undefined ? [] : [(place) => update(reply, place, answer)];
      await sayOpenly([...inPlace, by(post, reply)], reply, scene);
    },
  };
}

/**
 * Try the ways one after the other.
 *
 * @param isEnd A failure after which no other way may be tried.
 * @returns Why they failed; nothing where one of them worked.
 */
async function firstOf(
  ways: readonly Way[],
  scene: Scene,
  isEnd: (failure: SlackFailure) => boolean = () => false,
): Promise<readonly SlackFailure[]> {
  const failures: SlackFailure[] = [];
  for (const way of ways) {
    try {
      await way(scene);
      return [];
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      failures.push(failure);
      if (isEnd(failure)) break;
    }
  }
  return failures;
}

function by(posting: (reply: Reply, scene: Scene) => Promise<void>, reply: Reply): Way {
  return (scene) => posting(reply, scene);
}

function replacing(reply: Reply): Way {
  return (scene) => postByUrl(reply, scene, {isReplacing: true});
}

function sharing(reply: Reply): Way {
  return (scene) => postByUrl(reply, scene, {isOpen: true});
}

/** What may have been said to everybody is not said to them once more. */
function isUnclear({reason}: SlackFailure): boolean {
  return reason.type === 'unclear';
}

function withReason(reply: Reply, {reason}: SlackFailure): Reply {
  return {...reply, blocks: [paragraphs(`This could not be shown to everybody. ${whyNot(reason)}`), ...reply.blocks]};
}
