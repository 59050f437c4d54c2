package org.sipsleuth.edge.replay;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.edge.stage.Ruling;
import org.sipsleuth.edge.traffic.BorderTraffic;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.HopTransaction;

/// Replays the messages of a capture against a protected border, in virtual time.
///
/// What depends on a discarded request is void: its responses, its ACK, the rest of its dialog.
/// What depends on a request that waits, or that its client retransmits, waits with it and comes as
/// much later. So do the further legs that a server makes for a call. Who had to guess a password
/// does not know it if the right guess is discarded.
public final class Replay {

    private static final int PAUSE_MASK = (1 << 14) - 1;
    private static final int NONE = BorderTraffic.NONE;
    private static final long T1_NANOS = 500_000_000L;
    private static final long T2_NANOS = 4_000_000_000L;
    private static final long TIMER_B_NANOS = 64 * T1_NANOS;

    private static final double NANOS = 1e9;

    private static final byte UNSEEN = 0;
    private static final byte WAITING = 1;
    private static final byte RETRYING = 2;
    private static final byte PROCESSED = 3;
    private static final byte FAILED = 4;

    private final ReplayInput input;
    private final BorderTraffic traffic;
    private final MessageTable messages;
    private final EdgeSettings settings;
    private final long patienceNanos;
    private final BorderPath path;
    private final EventHeap later = new EventHeap();
    private final Timeline timeline;

    private final @Nullable MessageOutcome[] outcomes;
    private final Ruling[] rulings;

    private final byte[] states;
    private final long[] firstNanos;
    private final long[] processedNanos;
    private final byte[] tries;
    private final byte[] needless;
    private final BitSet acknowledged = new BitSet();

    private final BitSet dead = new BitSet();
    private final int[] pending;
    private final long[] shifts;
    private final int[] firstDeferred;
    private final int[] lastDeferred;
    private final int[] nextDeferred;

    private long added;
    private long longestWait;

    private Replay(ReplayInput input, EdgeSettings settings) {
        this.input = input;
        this.traffic = input.traffic();
        this.messages = traffic.index().messages();
        this.settings = settings;
        this.patienceNanos = (long) (settings.patienceSeconds() * NANOS);
        int size = traffic.size();
        timeline = new Timeline(size == 0 ? 0 : traffic.atNanos(0), size == 0 ? 0 : traffic.atNanos(size - 1));
        path = new BorderPath(input, settings, this::begins);
        outcomes = new MessageOutcome[size];
        rulings = new Ruling[size];
        Arrays.fill(rulings, Ruling.PASS);
        nextDeferred = new int[size];
        int transactions = traffic.table().all().size();
        states = new byte[transactions];
        firstNanos = new long[transactions];
        processedNanos = new long[transactions];
        tries = new byte[transactions];
        needless = new byte[transactions];
        int dialogs = traffic.index().dialogs().size();
        pending = filled(dialogs);
        firstDeferred = filled(dialogs);
        lastDeferred = filled(dialogs);
        shifts = new long[dialogs];
    }

    private static int[] filled(int size) {
        int[] none = new int[size];
        Arrays.fill(none, NONE);
        return none;
    }

    /// Replays a capture. Cost: below a microsecond for most messages.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static ReplayResult of(ReplayInput input, EdgeSettings settings, RunMonitor monitor) {
        return new Replay(input, settings).run(monitor);
    }

    private ReplayResult run(RunMonitor monitor) {
        for (int message = 0; message < outcomes.length; message++) {
            if ((message & PAUSE_MASK) == 0) {
                monitor.throwIfCancelled();
            }
            long now = traffic.atNanos(message);
            advanceTo(now);
            arrive(message, now, false);
        }
        advanceTo(Long.MAX_VALUE);
        for (int message = 0; message < outcomes.length; message++) {
            if (outcomes[message] == MessageOutcome.DROPPED) {
                timeline.dropped(traffic.atNanos(message), input.classOf(message));
            }
        }
        return new ReplayResult(input, settings, Arrays.stream(outcomes).map(Objects::requireNonNull).toList(),
                List.of(rulings), new ReplayedTransactions(states, acknowledged, PROCESSED), timeline,
                new Work(path.workSeconds(), path.stackSeconds(), path.normalised()), added, longestWait);
    }

    private void advanceTo(long nanos) {
        while (true) {
            long begin = path.nextNanos();
            long event = later.firstNanos();
            long next = Math.min(begin, event);
            if (next > nanos || next == Long.MAX_VALUE) {
                return;
            }
            if (begin <= event) {
                path.advanceTo(begin);
                continue;
            }
            int message = later.firstMessage();
            boolean isRetry = later.isFirstRetry();
            later.removeFirst();
            if (isRetry) {
                retry(message, event);
            } else {
                arrive(message, event, true);
            }
        }
    }

    private void arrive(int message, long now, boolean wasDeferred) {
        int dialog = traffic.session(message);
        if (!wasDeferred && shifts[dialog] > 0) {
            later.add(now + shifts[dialog], message, false);
            return;
        }
        int row = traffic.transaction(message);
        switch (traffic.direction(message)) {
            case ELSEWHERE -> elsewhere(message, dialog);
            case INGRESS -> {
                if (traffic.isNewRequest(message)) {
                    requestIn(message, row, dialog, now);
                } else {
                    dependentIn(message, row, dialog, now);
                }
            }
            case EGRESS -> {
                if (messages.isRequest(message)) {
                    requestOut(message, row, dialog, now);
                } else {
                    responseOut(message, row, dialog, now);
                }
            }
        }
    }

    private void elsewhere(int message, int dialog) {
        if (pending[dialog] != NONE) {
            defer(message, dialog);
        } else if (dead.get(dialog)) {
            outcomes[message] = unsent();
        } else {
            outcomes[message] = MessageOutcome.ELSEWHERE;
        }
    }

    private void requestIn(int message, int row, int dialog, long now) {
        if (states[row] == UNSEEN) {
            boolean follows = traffic.follows(row);
            if (follows && pending[dialog] != NONE) {
                defer(message, dialog);
                return;
            }
            int guess = traffic.guess(row);
            boolean lacksPassword = guess != NONE && states[guess] == FAILED;
            if (lacksPassword || (follows && dead.get(dialog))) {
                states[row] = FAILED;
                dead.set(dialog);
                outcomes[message] = unsent();
                return;
            }
            dead.clear(dialog);
            firstNanos[row] = now;
        } else if (states[row] == PROCESSED && processedNanos[row] <= now
                && traffic.table().all().get(row).isAnswered()) {
            outcomes[message] = MessageOutcome.VOID; // its answer has come
            needless[row]++;
            return;
        } else if (states[row] == FAILED && dead.get(dialog) && traffic.follows(row)) {
            outcomes[message] = unsent();
            return;
        }
        attempt(message, row, dialog, now);
    }

    /// An ACK, or a response from outside.
    private void dependentIn(int message, int row, int dialog, long now) {
        if (pending[dialog] != NONE) {
            defer(message, dialog);
        } else if (dead.get(dialog) || (row != NONE && states[row] == FAILED)) {
            outcomes[message] = unsent();
        } else {
            attempt(message, row, dialog, now);
        }
    }

    private void requestOut(int message, int row, int dialog, long now) {
        boolean follows = row == NONE || traffic.follows(row) || traffic.table().all().get(row).isCopy();
        if (follows && pending[dialog] != NONE) {
            defer(message, dialog);
            return;
        }
        boolean isNew = traffic.isNewRequest(message);
        if (follows && dead.get(dialog)) {
            if (isNew) {
                states[row] = FAILED;
            }
            outcomes[message] = unsent();
            return;
        }
        if (isNew && states[row] != PROCESSED) {
            states[row] = PROCESSED;
            processedNanos[row] = now;
        }
        leave(message, dialog, now);
    }

    private void responseOut(int message, int row, int dialog, long now) {
        if (row != NONE && (states[row] == WAITING || states[row] == RETRYING)) {
            defer(message, dialog);
        } else if (row != NONE && states[row] == FAILED) {
            outcomes[message] = unsent();
        } else if (row != NONE && messages.isRetransmission(message) && needless[row] > 0) {
            needless[row]--;
            outcomes[message] = MessageOutcome.VOID;
        } else {
            leave(message, dialog, now);
        }
    }

    private void leave(int message, int dialog, long now) {
        path.left(message, now);
        outcomes[message] = passed(false, 0, dialog);
    }

    private void attempt(int message, int row, int dialog, long now) {
        Ruling ruling = path.admit(message, now);
        if (ruling.isDrop()) {
            discard(message, row, dialog, ruling, now);
            return;
        }
        timeline.queue(now, path.waiting());
        if (traffic.isNewRequest(message) && outcomes[message] == null) {
            // it waits: what depends on it waits too
            if (states[row] != PROCESSED) {
                states[row] = WAITING;
                pending[dialog] = row;
                retransmitWhileWaiting(message, row, now);
            }
        }
    }

    private void discard(int message, int row, int dialog, Ruling ruling, long now) {
        if (outcomes[message] == null) {
            outcomes[message] = MessageOutcome.DROPPED;
            rulings[message] = ruling;
        }
        boolean isAck = messages.isRequest(message) && !traffic.isNewRequest(message);
        if (isAck && row != NONE) {
            if (traffic.table().all().get(row).isAccepted()) {
                scheduleRetry(message, row, T1_NANOS, now); // the 200 comes again, and asks for it
            }
            return;
        }
        if (!traffic.isNewRequest(message) || states[row] >= PROCESSED || states[row] == WAITING) {
            return;
        }
        states[row] = RETRYING;
        pending[dialog] = row;
        if (!scheduleRetry(message, row, cap(message), now)) {
            fail(row, dialog, now);
        }
    }

    private long mostWaitNanos(int row) {
        return traffic.table().all().get(row).method() == MessageTypes.INVITE ? Math.min(TIMER_B_NANOS, patienceNanos)
                : TIMER_B_NANOS;
    }

    private long cap(int message) {
        return messages.type(message) == MessageTypes.INVITE ? TIMER_B_NANOS : T2_NANOS;
    }

    /// Lets a client that retransmits do so while its request waits.
    private void retransmitWhileWaiting(int message, int row, long now) {
        if (path.waiting() > 0) {
            scheduleRetry(message, row, cap(message), now);
        }
    }

    /// @return false if the message is not retransmitted (any more)
    private boolean scheduleRetry(int message, int row, long mostNanos, long now) {
        if (settings.retry() == Retry.NONE || !traffic.isUnreliable(message) || traffic.neverRetransmits(row)) {
            return false;
        }
        long wait = Math.min(mostNanos, T1_NANOS << Math.min(6, tries[row]));
        if (now + wait - firstNanos[row] >= mostWaitNanos(row)) {
            return false;
        }
        tries[row]++;
        later.add(now + wait, message, true);
        return true;
    }

    private void retry(int message, long now) {
        int row = traffic.transaction(message);
        int dialog = traffic.session(message);
        boolean isRequest = traffic.isNewRequest(message);
        if (isRequest ? states[row] >= PROCESSED : acknowledged.get(row)) {
            return;
        }
        added++;
        attempt(message, row, dialog, now);
    }

    private void fail(int row, int dialog, long now) {
        states[row] = FAILED;
        HopTransaction request = traffic.table().all().get(row);
        if (!request.isWithinDialog() && request.method() != MessageTypes.CANCEL) {
            dead.set(dialog);
        }
        if (pending[dialog] == row) {
            pending[dialog] = NONE;
        }
        release(dialog, now);
    }

    private MessageOutcome unsent() {
        return settings.retry() == Retry.PERSISTENT ? MessageOutcome.UNKNOWN : MessageOutcome.VOID;
    }

    private void begins(int message, long nanos, boolean isSandboxed) {
        int row = traffic.transaction(message);
        int dialog = traffic.session(message);
        boolean isRequest = traffic.isNewRequest(message);
        long since = isRequest ? firstNanos[row] : traffic.atNanos(message) + shifts[dialog];
        long wait = Math.max(0, nanos - since);
        longestWait = Math.max(longestWait, wait);
        timeline.waited(since, wait);
        if (isRequest && states[row] < PROCESSED && wait >= mostWaitNanos(row)) {
            outcomes[message] = MessageOutcome.DROPPED;
            rulings[message] = Ruling.TIMED_OUT;
            fail(row, dialog, nanos);
            return;
        }
        if (outcomes[message] == null) {
            outcomes[message] = passed(isSandboxed, wait, dialog);
        }
        if (isRequest) {
            if (states[row] == PROCESSED) {
                return;
            }
            states[row] = PROCESSED;
            processedNanos[row] = nanos;
            dead.clear(dialog);
            if (pending[dialog] == row) {
                pending[dialog] = NONE;
            }
            if (firstDeferred[dialog] != NONE) {
                long captured = traffic.atNanos(traffic.table().all().get(row).request());
                shifts[dialog] = Math.max(shifts[dialog], nanos - captured);
                release(dialog, nanos);
            }
        } else if (row != NONE && messages.isRequest(message)) {
            acknowledged.set(row);
        }
    }

    private MessageOutcome passed(boolean isSandboxed, long wait, int dialog) {
        if (isSandboxed) {
            return MessageOutcome.SANDBOXED;
        }
        return wait >= T1_NANOS || shifts[dialog] >= T1_NANOS ? MessageOutcome.DELAYED : MessageOutcome.PASSED;
    }

    private void defer(int message, int dialog) {
        nextDeferred[message] = NONE;
        if (firstDeferred[dialog] == NONE) {
            firstDeferred[dialog] = message;
        } else {
            nextDeferred[lastDeferred[dialog]] = message;
        }
        lastDeferred[dialog] = message;
    }

    private void release(int dialog, long now) {
        int message = firstDeferred[dialog];
        firstDeferred[dialog] = NONE;
        while (message != NONE) {
            int next = nextDeferred[message];
            later.add(Math.max(now, traffic.atNanos(message) + shifts[dialog]), message, false);
            message = next;
        }
    }
}
