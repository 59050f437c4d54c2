package org.sipsleuth.dialog.attempt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// Goes through the messages of one dialog after the other and finds what was attempted in them.
///
/// Only the first hop counts, that of the dialog's first INVITE: what proxies send on would count a
/// call several times. Where no response of that hop was captured, the hops behind it replace it.
/// Requests with a tag in To (re-INVITEs) begin nothing. Made to be used again; one thread at a
/// time.
public final class DialogWalk {

    /// A larger map is not kept: emptying it would cost as much for each small dialog after it.
    private static final int LARGE = 1_000;

    private final SipIndex index;
    private final MessageTable messages;
    private final Credentials credentials;
    private final SipLayout layout = new SipLayout();
    private Map<Integer, Chain> chains = new HashMap<>();
    private final List<Attempt> calls = new ArrayList<>();

    /// How many attempts there were before each further call of the Call-ID.
    private final List<Integer> callBegins = new ArrayList<>();

    private final List<Attempt> registrations = new ArrayList<>();
    private @Nullable Chain call;
    private @Nullable Chain relay;
    private @Nullable Chain registration;
    private @Nullable Chain other;
    private @Nullable Chain inner;
    private @Nullable Chain reinvite;
    private @Nullable Chain early;
    private @Nullable Chain release;
    private @Nullable Chain crossed;

    /// The first BYE of each dialog of the call, an accepted one before others; those without both
    /// tags under empty. Empty until there are two.
    private final Map<Optional<DialogTags>, Chain> releases = new LinkedHashMap<>();

    private boolean isReleaseOnHop;
    private boolean isRegistrationLast;
    private int refreshed = Attempt.NONE;

    public DialogWalk(SipIndex index) {
        this.index = index;
        messages = index.messages();
        credentials = new Credentials(index);
    }

    /// Goes through a dialog; what was found of another is forgotten. Cost: its messages.
    public void read(int dialog) {
        begin();
        for (int message : index.messagesOf(dialog)) {
            add(message);
        }
        endCall();
        endRegistration();
    }

    /// Begins with another dialog.
    public void begin() {
        if (chains.size() > LARGE) {
            chains = new HashMap<>();
        } else {
            chains.clear();
        }
        calls.clear();
        callBegins.clear();
        registrations.clear();
        registration = null;
        other = null;
        isRegistrationLast = false;
        forgetCall();
    }

    private void forgetCall() {
        call = null;
        relay = null;
        early = null;
        release = null;
        crossed = null;
        inner = null;
        reinvite = null;
        refreshed = Attempt.NONE;
        releases.clear();
        isReleaseOnHop = false;
    }

    /// Accepts the next message of the dialog.
    public void add(int message) {
        int type = messages.type(message);
        if (messages.isRetransmission(message)) {
            Chain repeated = chains.get(messages.transaction(message));
            if (repeated != null) {
                repeated.repeat(message);
            }
        } else if (!MessageTypes.isMethod(type)) {
            responded(message);
        } else if (!isAnsweredBefore(message, type)) {
            requested(message, type);
        }
    }

    /// Whether a request is that of responses which were recorded before it and count already.
    private boolean isAnsweredBefore(int message, int type) {
        Chain early = chains.get(messages.transaction(message));
        if (early != null && early.isRequestAwaited() && type == MessageTypes.INVITE) {
            early.askAgain(message);
            return true;
        }
        if (early == null || !early.isWithoutRequest() || type == MessageTypes.ACK) {
            return false;
        }
        early.ask(message);
        if (early.equals(other)) {
            other = null;
        }
        return early.equals(call) || early.equals(release);
    }

    private void requested(int message, int type) {
        switch (type) {
            case MessageTypes.INVITE -> invited(message);
            case MessageTypes.REGISTER -> registered(message);
            case MessageTypes.BYE -> released(message);
            case MessageTypes.ACK -> acknowledged(message);
            case MessageTypes.CANCEL -> cancelled(message);
            case MessageTypes.PRACK -> {
            }
            default -> {
                if (messages.hasToTag(message) && call != null) {
                    asked(message);
                } else {
                    others(message);
                }
            }
        }
    }

    private void responded(int message) {
        int transaction = messages.transaction(message);
        Chain asked = chains.get(transaction);
        if (asked == null) {
            asked = orphan(message);
        }
        asked.respond(message);
        if (asked.isRefresh() && messages.type(message) / 100 == 2) {
            refreshed = message;
        }
    }

    /// A response whose request was not captured counts as if that had been.
    private Chain orphan(int message) {
        if (call != null && messages.isOfInvite(message) && isOf(call, message)) {
            chains.put(messages.transaction(message), call); // its branch or number was changed
            return call;
        }
        String method = messages.isOfInvite(message) || messages.isOfCancel(message) ? "" : method(message);
        if (method.equals("BYE")) {
            released(message);
            Chain ended = chains.get(messages.transaction(message));
            return ended == null ? begin(message) : ended;
        }
        Chain begun = begin(message);
        if (messages.isOfInvite(message) && call == null) {
            call = begun;
            forgetReleaseOfAnother(message);
        } else if (call == null && !messages.isOfInvite(message) && !messages.isOfCancel(message)) {
            other = begun;
            isRegistrationLast = false;
        } else if (call != null && messages.type(message) / 100 == 2 && call.sharesHopWith(message)
                && (method.equals("UPDATE")
                        || (messages.isOfInvite(message) && messages.cseq(message) != messages.cseq(call.first())))) {
            refreshed = message; // by a re-INVITE or UPDATE that was not captured
        }
        return begun;
    }

    /// Whether a response to an INVITE that was not captured is one of the call.
    private boolean isOf(Chain its, int response) {
        boolean isTriedAgain =
                its.isRetried() && messages.cseq(response) > messages.cseq(its.last()) && its.sharesHopWith(response);
        if (isTriedAgain) {
            its.tryAgainUnseen();
        }
        return isTriedAgain || !its.isHeard()
                || (its.isWithoutRequest() && messages.cseq(response) == messages.cseq(its.first()));
    }

    private String method(int response) {
        return messages.cseq(response) < 0 ? "" : layout.text(Part.CSEQ_METHOD, index.layout(response, layout));
    }

    /// A BYE that was recorded before the call is its own, unless its tags are those of another one.
    private void forgetReleaseOfAnother(int invite) {
        if (release == null) {
            return;
        }
        Optional<DialogTags> its = tags(release.first());
        Optional<String> caller = DialogTags.from(index, invite);
        if (its.isPresent() && caller.isPresent() && !its.get().has(caller.get())) {
            release = null;
        }
    }

    /// The sessions that were attempted, in order.
    public List<Attempt> calls() {
        return calls;
    }

    /// The last of them, also while the messages come.
    public Optional<Attempt> lastCall() {
        if (call != null) {
            return Optional.of(attempt(call));
        }
        return calls.isEmpty() ? Optional.empty() : Optional.of(calls.getLast());
    }

    /// Those of the last call: where a Call-ID is used again, for another call with another From
    /// tag after the end of the one before, only those of that.
    public List<Attempt> lastCalls() {
        return callBegins.isEmpty() ? calls : calls.subList(Math.min(callBegins.getLast(), calls.size()), calls.size());
    }

    /// The attempts that decided each call of the Call-ID before the last one.
    public List<Attempt> earlierCalls() {
        return callBegins.stream().map(begin -> calls.get(begin - 1)).toList();
    }

    /// The registrations that were attempted, in order.
    public List<Attempt> registrations() {
        return registrations;
    }

    /// The last request outside of a call, whichever method it has, also while the messages come.
    public Optional<Exchange> lastRequest() {
        Chain last = isRegistrationLast ? registration : other;
        if (last == null && isRegistrationLast && !registrations.isEmpty()) {
            return Optional.of(registrations.getLast().exchange());
        }
        return Optional.ofNullable(last).map(Chain::exchange);
    }

    /// The last request other than BYE within a session whose beginning is not in the capture.
    public Exchange innerRequest() {
        return exchange(inner);
    }

    /// The end of a session whose beginning is not in the capture.
    public Exchange loneRelease() {
        return call == null && calls.isEmpty() ? exchange(release) : Exchange.NEVER;
    }

    private void invited(int message) {
        if (messages.hasToTag(message)) {
            asked(message);
        } else if (call == null) {
            call = begin(message);
            forgetReleaseOfAnother(message);
        } else if (!(release != null && call.isAnswered()) && call.isContinuedBy(message)) {
            join(call, message);
        } else if (call.isFollowedBy(message)) {
            boolean isAnother = isAnotherCall(call, message);
            endCall();
            if (isAnother) {
                callBegins.add(calls.size());
            }
            call = begin(message);
        } else if (relay == null) {
            relay = begin(message);
        } else {
            join(relay, message);
        }
    }

    /// Whether an INVITE begins another call with the same Call-ID (RFC 3261 §8.1.1.4 forbids that,
    /// §12 distinguishes the two): the one before has ended, and was answered or has another From
    /// tag. Otherwise the same call is tried again.
    private boolean isAnotherCall(Chain before, int invite) {
        boolean isEnded = before.isRefused() || before.cancel() != Attempt.NONE || early != null || release != null
                || before.isAbandoned(invite);
        return isEnded && (before.isAnswered()
                || !DialogTags.from(index, before.first()).equals(DialogTags.from(index, invite)));
    }

    private void registered(int message) {
        isRegistrationLast = true;
        if (registration != null && registration.isContinuedBy(message)) {
            int challenged = registration.challengedAgain();
            if (challenged != Attempt.NONE && credentials.areRefused(challenged, registration.last())) {
                registration.tryAgain(message);
            }
            join(registration, message);
        } else if (registration == null || registration.isFollowedBy(message)) {
            Chain before = registration;
            endRegistration();
            registration = begin(message, before);
        }
    }

    /// A request outside of a call. What a proxy sends on belongs to the request it got.
    private void others(int message) {
        isRegistrationLast = false;
        boolean isSentOn = other != null && !other.isFinal() && !other.isFromSameEndpoint(message)
                && messages.type(other.first()) == messages.type(message)
                && messages.cseq(other.first()) == messages.cseq(message);
        if (other != null && isSentOn) {
            chains.put(messages.transaction(message), other);
        } else if (other != null && messages.type(other.first()) == messages.type(message) && other.isFinal()
                && other.isContinuedBy(message)) {
            join(other, message);
        } else {
            other = begin(message, other);
        }
    }

    /// A request within the dialog.
    private void asked(int message) {
        if (call == null || call.sharesHopWith(message)) {
            Chain asked = begin(message);
            if (call != null && release != null) {
                return; // whatever became of it, the call had ended
            }
            inner = asked;
            reinvite = messages.type(message) == MessageTypes.INVITE ? inner : reinvite;
        }
    }

    /// The BYE on the hop of the INVITE counts, else the first there is; with those that repeat it
    /// after a refusal (RFC 6076 §4.4: the 2xx to the recovery ends it).
    ///
    /// @param message the BYE, or the first response to one that was not captured
    private void released(int message) {
        boolean isOfSession = messages.isRequest(message) && messages.hasToTag(message);
        if (call != null && isOfSession && call.isWithoutRequest()
                && (call.isRefused() ? !call.sharesHopWith(message) : call.isUnknown())) {
            forgetCall(); // another branch, or a re-INVITE, of a call that was answered before the capture
        }
        if (call != null && !isAnswered() && !(messages.hasToTag(message) && call.isAcceptedBeforeBye())) {
            if (early == null && !call.isRefused()) {
                early = begin(message); // ends the early dialog (RFC 3261 §15)
            }
            return;
        }
        boolean isOnHop = call != null && call.sharesHopWith(message);
        if (release == null || (isOnHop && !isReleaseOnHop)) {
            Chain before = release;
            release = begin(message);
            isReleaseOnHop = isOnHop;
            if (before != null && call != null && call.isForked()) { // that went to where another branch answered
                rememberRelease();
                releases.putIfAbsent(tags(before.first()), before);
            }
            return;
        }
        Chain its = isOnHop ? releaseOfDialog(message) : release;
        if (its == null) {
            releases.put(tags(message), begin(message)); // of another branch of a fork
        } else if (!messages.isRequest(message)) {
            return;
        } else if (!its.isAnswered() && its.isFromSameEndpoint(message)) {
            join(its, message);
        } else if (its.equals(release) && !its.isFinal() && its.isOpposite(message)) {
            crossed = begin(message);
        }
    }

    /// The BYE that ends the dialog of another one; the first of all where that has not both tags.
    private @Nullable Chain releaseOfDialog(int bye) {
        rememberRelease();
        Optional<DialogTags> its = tags(bye);
        Chain unknown = releases.get(Optional.<DialogTags>empty());
        return its.isEmpty() || unknown != null ? release : releases.get(its);
    }

    private void rememberRelease() {
        if (releases.isEmpty() && release != null) {
            releases.put(tags(release.first()), release);
        }
    }

    private Optional<DialogTags> tags(int message) {
        return DialogTags.of(index, message);
    }

    private boolean isAnswered() {
        return (call != null && call.isAnswered())
                || (call != null && !call.isHeard() && relay != null && relay.isAnswered());
    }

    private void acknowledged(int message) {
        Chain refused = chains.get(messages.transaction(message));
        if (refused != null) {
            refused.acknowledgeRefusal(message); // RFC 3261 §17.1.1.3
            return;
        }
        if (call != null) {
            call.acknowledge(message);
        }
        if (reinvite != null) {
            reinvite.acknowledgeFromAsker(message);
        }
        if (relay != null) {
            relay.acknowledge(message);
        }
    }

    private void cancelled(int message) {
        if (call == null) {
            others(message);
            return;
        }
        call.cancel(message);
        if (relay != null) {
            relay.cancel(message);
        }
    }

    private Chain begin(int message) {
        Chain early = chains.get(messages.transaction(message));
        if (early != null && early.isAnsweredBefore(message)) {
            return early; // its responses were recorded before it
        }
        Chain begun = new Chain(messages, message, this::tags);
        chains.put(messages.transaction(message), begun);
        return begun;
    }

    private Chain begin(int message, @Nullable Chain before) {
        Chain begun = begin(message);
        if (before != null) {
            begun.follow(before);
        }
        return begun;
    }

    private void join(Chain chain, int message) {
        chain.join(message);
        Chain early = chains.put(messages.transaction(message), chain);
        if (early != null && !early.equals(chain) && early.isAnsweredBefore(message)) {
            chain.takeOver(early);
        }
    }

    private void endCall() {
        if (call != null) {
            calls.add(attempt(call));
            forgetCall();
        }
    }

    /// The call so far; where its own hop is silent, as the hops behind it saw it.
    private Attempt attempt(Chain first) {
        Chain seen = !first.isHeard() && relay != null && relay.isHeard() ? relay : first;
        int talked = seen.isForked() ? talked(seen) : seen.exchange().answered();
        return new Attempt(seen.exchange(), seen.handshake(),
                new Attempt.Session(talked, exchange(inner), reinvite == null ? Handshake.NONE : reinvite.handshake(),
                        refreshed),
                new Attempt.Ending(seen.cancel(), exchange(early), exchange(ended(talked)), crossed != null));
    }

    /// The 2xx of the dialog that was talked in: one that nobody ended, else the one that lasted
    /// longest.
    private int talked(Chain forked) {
        rememberRelease();
        int talked = Attempt.NONE;
        long longest = Attempt.NO_TIME;
        for (int answer : forked.answers()) {
            Chain its = ended(answer);
            if (its == null) {
                return answer;
            }
            long lasted = Attempt.span(messages, answer, its.first());
            if (talked == Attempt.NONE || lasted > longest) {
                talked = answer;
                longest = lasted;
            }
        }
        return talked;
    }

    /// The BYE of the dialog that a 2xx began.
    private @Nullable Chain ended(int answer) {
        if (releases.isEmpty() || answer == Attempt.NONE) {
            return ended();
        }
        Optional<DialogTags> its = tags(answer);
        Chain known = releases.get(its);
        boolean isUnknown = its.isEmpty() || releases.containsKey(Optional.<DialogTags>empty());
        return isUnknown || release == null || release.equals(known) ? ended() : known;
    }

    /// Of two BYEs that crossed, the one that was answered.
    private @Nullable Chain ended() {
        if (release == null || crossed == null || release.isAnswered()) {
            return release;
        }
        return crossed.isAnswered() ? crossed : release;
    }

    private static Exchange exchange(@Nullable Chain chain) {
        return chain == null ? Exchange.NEVER : chain.exchange();
    }

    private void endRegistration() {
        if (registration != null) {
            registrations.add(
                    new Attempt(registration.exchange(), Handshake.NONE, Attempt.Session.PLAIN, Attempt.Ending.NEVER));
        }
        registration = null;
    }
}
