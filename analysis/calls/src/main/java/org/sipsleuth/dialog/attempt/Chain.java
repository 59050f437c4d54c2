package org.sipsleuth.dialog.attempt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;

/// An exchange while its messages come.
final class Chain {

    private static final int NONE = Attempt.NONE;

    /// T1 is 500 ms, and nobody repeats so soon: the same packet was captured twice.
    private static final long SOONEST_REPEAT_NANOS = 100_000_000L;

    private final MessageTable messages;
    private final IntFunction<Optional<DialogTags>> tags;
    private final int first;
    private int request;
    private int from;
    private int to;
    private int lastRequest;
    private int tried = NONE;
    private int lastRepeat = NONE;
    private int unheard;
    private int heard = NONE;
    private int indication = NONE;
    private int ringing = NONE;
    private int answer = NONE;
    private int last = NONE;
    private int cancel = NONE;

    /// The first 2xx of each dialog that was answered, once there are several 2xx.
    private @Nullable Map<Optional<DialogTags>, Integer> branches;

    private int ack = NONE;
    private boolean isRequestAwaited;
    private int accepted = NONE;
    private int refused = NONE;
    private int repeats;
    private int repeatsAfterAck;
    private int lastAnswer = NONE;

    /// @param first its first request, or a response to a request that was not captured
    /// @param tags reads those of a message; asked only where an INVITE had several 2xx
    Chain(MessageTable messages, int first, IntFunction<Optional<DialogTags>> tags) {
        this.messages = messages;
        this.tags = tags;
        this.first = first;
        boolean isRequest = messages.isRequest(first);
        request = isRequest ? first : NONE;
        from = isRequest ? messages.source(first) : messages.destination(first);
        to = isRequest ? messages.destination(first) : messages.source(first);
        lastRequest = request;
        unheard = request;
    }

    /// Whether another request of the same method continues it.
    boolean isContinuedBy(int message) {
        if (answer != NONE || isRefused() || isAbandoned(message)) {
            return false;
        }
        boolean sameEndpoint = messages.source(message) == from;
        return sameEndpoint || (last != NONE && isFromSameHost(message));
    }

    /// Whether another request of the same method begins another attempt on the same hop.
    boolean isFollowedBy(int message) {
        return (isAnswered() || isRefused() || isAbandoned(message)) && isFromSameHost(message);
    }

    /// Whether it had a final response other than 2xx that nobody follows up: after 484 more digits
    /// may come (RFC 3578).
    boolean isRefused() {
        return last != NONE && !Attempt.isRetried(messages.type(last)) && messages.type(last) != 484;
    }

    /// Whether a request is that with which it was tried again, recorded after its responses.
    boolean isRequestAwaited() {
        return isRequestAwaited;
    }

    /// That request.
    void askAgain(int message) {
        lastRequest = message;
        isRequestAwaited = false;
    }

    /// Whether its last final response asks to try again.
    boolean isRetried() {
        return last != NONE && answer == NONE && Attempt.isRetried(messages.type(last));
    }

    /// It was tried again with a request that was not captured, or not yet.
    void tryAgainUnseen() {
        isRequestAwaited = true;
        last = NONE;
        heard = NONE;
        cancel = NONE;
        accepted = NONE;
        refused = NONE;
    }

    /// Whether nothing came for so long that the sender has stopped waiting.
    boolean isAbandoned(int message) {
        return last == NONE && heard == NONE && lastRequest != NONE
                && messages.capturedAtNanos(message) - messages.capturedAtNanos(lastRequest)
                        > DialogTable.TIMER_B_NANOS;
    }

    private boolean isFromSameHost(int message) {
        int other = messages.source(message);
        return from == other || messages.endpoint(from).address().equals(messages.endpoint(other).address());
    }

    /// Its request, which was recorded after its responses.
    void ask(int message) {
        request = message;
        lastRequest = message;
        unheard = message;
        from = messages.source(message);
        to = messages.destination(message);
    }

    /// Whether its request was not recorded, or not yet.
    boolean isWithoutRequest() {
        return request == NONE;
    }

    /// Whether nothing but 100 is known of it, which a re-INVITE gets, too.
    boolean isUnknown() {
        return indication == NONE && last == NONE && accepted == NONE;
    }

    /// Takes over the responses to its last request that were recorded before that.
    void takeOver(Chain early) {
        IntStream.of(early.indication, early.ringing, early.heard, early.last, early.answer)
                .filter(message -> message != NONE)
                .distinct()
                .sorted()
                .forEach(this::respond);
    }

    /// The last of its requests, where that is not its first one and was challenged again; else
    /// none.
    int challengedAgain() {
        return last != NONE && lastRequest != request ? lastRequest : NONE;
    }

    /// The last final response before an answer.
    int last() {
        return last;
    }

    /// Another try begins with a request that continues it.
    void tryAgain(int message) {
        tried = message;
    }

    /// The next request; what the one before it was refused with is over.
    void join(int message) {
        unheard = heard == NONE ? unheard : message;
        lastRequest = message;
        lastRepeat = NONE;
        accepted = NONE; // asked again: that ACK was for a challenge
        refused = NONE;
        if (last != NONE) {
            last = NONE;
            heard = NONE;
            cancel = NONE;
        }
    }

    /// A retransmission of its request or of one of its responses.
    void repeat(int message) {
        if (messages.isRequest(message)) {
            lastRepeat = message;
            return;
        }
        heard = message;
        boolean isAnswer = answer != NONE && messages.type(message) == messages.type(answer);
        if (isAnswer && isLater(message, lastAnswer) && isOfFirstBranch(message)) {
            repeats++;
            repeatsAfterAck += ack == NONE ? 0 : 1;
            lastAnswer = message;
        }
    }

    private boolean isLater(int message, int before) {
        return messages.capturedAtNanos(message) - messages.capturedAtNanos(before) >= SOONEST_REPEAT_NANOS;
    }

    void respond(int message) {
        int status = messages.type(message);
        heard = message;
        if (status / 100 == 2 && answer != NONE && messages.isOfInvite(message)) {
            branch(message);
        }
        boolean isOver = answer != NONE || (isRefused() && status / 100 != 2);
        if (isOver || status <= 100 || MessageTypes.isMethod(status)) {
            return;
        }
        if (status >= 200) {
            last = message;
        }
        if (status / 100 == 2) {
            answer = message;
            lastAnswer = message;
        }
        if (status == 180 && ringing == NONE) {
            ringing = message;
        }
        if (indication == NONE && !Attempt.isRetried(status)) {
            indication = message;
        }
    }

    /// A further 2xx: the same on another hop (as a destination NAT has it), or that of another
    /// branch of a fork.
    private void branch(int message) {
        if (branches == null) {
            branches = new LinkedHashMap<>();
            branches.put(tags.apply(answer), answer);
        }
        branches.putIfAbsent(tags.apply(message), message);
    }

    private boolean isOfFirstBranch(int message) {
        return !isForked() || tags.apply(message).equals(tags.apply(answer));
    }

    /// Whether more than one branch of a fork answered.
    boolean isForked() {
        return branches != null && branches.size() > 1;
    }

    /// The first 2xx of each dialog that it began, in order.
    List<Integer> answers() {
        if (answer == NONE) {
            return List.of();
        }
        return branches == null ? List.of(answer) : List.copyOf(branches.values());
    }

    /// It comes after another one of the same kind: what nobody answered there is still unanswered.
    void follow(Chain before) {
        boolean isSame = before.heard == NONE && before.request != NONE && before.from == from && before.to == to
                && messages.type(before.request) == messages.type(request);
        unheard = isSame ? before.unheard : unheard;
    }

    /// An ACK of its 2xx; where no final response was captured, it proves that one came.
    void acknowledge(int message) {
        boolean isIts = answer != NONE && (messages.cseq(message) == messages.cseq(answer) || isUnnumbered(message));
        if (isIts && ack == NONE) {
            ack = message;
        }
        boolean isProof = last == NONE && accepted == NONE && messages.hasToTag(message)
                && messages.cseq(message) == messages.cseq(lastRequest == NONE ? first : lastRequest)
                && isFromSameHost(message);
        accepted = isProof ? message : accepted;
    }

    /// An ACK in the branch of its INVITE; where no final response was captured, it proves that one
    /// other than 2xx came.
    void acknowledgeRefusal(int message) {
        boolean isProof = last == NONE && refused == NONE && messages.hasToTag(message);
        refused = isProof ? message : refused;
    }

    /// Whether an ACK in its branch was that of a 2xx, as some programs send it: a BYE follows.
    boolean isAcceptedBeforeBye() {
        if (refused != NONE && accepted == NONE && last == NONE) {
            accepted = refused;
            refused = NONE;
        }
        return accepted != NONE;
    }

    /// An ACK of its 2xx, if that side sent it which asked.
    void acknowledgeFromAsker(int message) {
        if (messages.source(message) != to) {
            acknowledge(message);
        }
    }

    /// A CANCEL; counts if it withdraws its last request.
    void cancel(int message) {
        boolean isIts = last == NONE && lastRequest != NONE
                && (messages.cseq(message) == messages.cseq(lastRequest) || isUnnumbered(message))
                && isFromSameHost(message);
        if (isIts && cancel == NONE) {
            cancel = message;
        }
    }

    /// Whether the capture cut the CSeq off.
    private boolean isUnnumbered(int message) {
        return messages.isCut(message) && messages.cseq(message) < 0;
    }

    int cancel() {
        return cancel;
    }

    boolean isHeard() {
        return heard != NONE;
    }

    boolean isAnswered() {
        return answer != NONE || (accepted != NONE && last == NONE);
    }

    boolean isFinal() {
        return last != NONE;
    }

    /// Its first request, or its first response where the request was not recorded.
    int first() {
        return request != NONE ? request : first;
    }

    /// Whether a message is its first request, and responses were recorded before that.
    boolean isAnsweredBefore(int message) {
        return request == message && first != message;
    }

    /// Whether it refreshes a session (RFC 4028 §3): an INVITE or UPDATE within a dialog.
    boolean isRefresh() {
        int type = messages.type(first());
        return messages.hasToTag(first()) && (type == MessageTypes.INVITE || type == MessageTypes.UPDATE);
    }

    /// Whether a request goes between the two that this goes between.
    boolean sharesHopWith(int other) {
        int source = messages.source(other);
        int destination = messages.destination(other);
        return (source == from && destination == to) || (source == to && destination == from);
    }

    /// Whether a request goes back the way that this went.
    boolean isOpposite(int other) {
        return from != to && messages.source(other) == to && messages.destination(other) == from;
    }

    boolean isFromSameEndpoint(int message) {
        return messages.source(message) == from;
    }

    /// What came so far.
    Exchange exchange() {
        return new Exchange(first(), request != NONE, tried == NONE ? request : tried, lastRequest, lastRepeat, unheard,
                heard, indication, ringing, answer, last, isAnswered() ? accepted : NONE,
                last == NONE ? refused : NONE);
    }

    Handshake handshake() {
        return answer == NONE ? Handshake.NONE
                : new Handshake(answer, ack, repeats, repeatsAfterAck, repeats == 0 ? NONE : lastAnswer);
    }
}
