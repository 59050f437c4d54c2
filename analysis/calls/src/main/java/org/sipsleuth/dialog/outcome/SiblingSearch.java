package org.sipsleuth.dialog.outcome;

import static org.sipsleuth.dialog.attempt.Attempt.NONE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.leg.fact.FieldValue;
import org.sipsleuth.dialog.leg.fact.Hosts;
import org.sipsleuth.dialog.leg.fact.Keys;
import org.sipsleuth.dialog.leg.fact.Party;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;

/// Searches for [SiblingLegs]: by host, caller and time first, by the text of messages last.
final class SiblingSearch {

    private static final long SECOND = 1_000_000_000L;

    /// A server stops the other phones as soon as one answers; clocks of two files may differ.
    private static final long AT_ONCE_NANOS = SECOND;

    /// Phones of a group whose call was not captured begin to ring within this time.
    private static final long TOGETHER_NANOS = 5 * SECOND;

    /// Programs follow at once, and ask a person for a password seldom.
    private static final long FOLLOW_NANOS = 5 * SECOND;

    /// Between two digits that a person dials (RFC 3578 §3.1: at most 15 s).
    private static final long DIGITS_NANOS = 15 * SECOND;

    /// A call that hunts through a group for longer was given up (RFC 3261 §16.6: timer C).
    private static final long HUNT_NANOS = 180 * SECOND;

    /// More legs of one caller at one host are not compared: nobody lets so many phones ring.
    private static final int MOST_COMPARED = 64;

    private static final int END_DIGITS = 7;
    private static final int TERMINATED = 487;
    private static final int INCOMPLETE = 484;
    private static final int RINGING = 180;

    private final SipIndex index;
    private final MessageTable messages;
    private final Hosts hosts;
    private final Keys keys = new Keys();
    private final Map<Integer, Leg> byTransaction = new HashMap<>();

    /// The last leg of a dialog from one host to another.
    private final Map<Sent, Leg> ofDialog = new HashMap<>();

    private final Map<Integer, Long> callers = new HashMap<>();
    private final List<Leg> ended = new ArrayList<>();
    private final Map<Place, List<Leg>> sent = new HashMap<>();
    private final Map<Place, List<Leg>> received = new HashMap<>();

    /// In the order of their answers.
    private final List<Leg> answered = new ArrayList<>();

    private final Map<Integer, SiblingLegs.End> ends = new HashMap<>();
    private final Set<Integer> left = new HashSet<>();

    /// The call of each dialog, as its first dialog known so far.
    private final Map<Integer, Integer> parents = new TreeMap<>();

    SiblingSearch(SipIndex index) {
        this.index = index;
        messages = index.messages();
        hosts = new Hosts(messages);
    }

    /// An INVITE that begins a dialog, on one hop.
    private static final class Leg {
        private final Sent sent;
        private final int dialog;
        private final int from;
        private final int to;
        private final int invite;

        /// The last provisional response above 100.
        private int ringing = NONE;

        /// The first final response.
        private int last = NONE;

        /// CANCEL, or BYE before a final response, of who began it.
        private int stop = NONE;

        Leg(Sent sent, int invite) {
            this.sent = sent;
            dialog = sent.dialog;
            from = sent.from;
            to = sent.to;
            this.invite = invite;
        }
    }

    private record Sent(int dialog, int from, int to) {}

    /// The calls of a caller at a host.
    private record Place(int host, long caller) {}

    SiblingLegs run() {
        for (int message = 0; message < messages.size(); message++) {
            if (!messages.isRetransmission(message)) {
                read(message);
            }
        }
        if (!ended.isEmpty()) {
            ofDialog.values().forEach(this::place);
            Stream.of(sent, received).flatMap(its -> its.values().stream()).forEach(this::sort);
            answered.sort((a, b) -> Integer.compare(a.last, b.last));
            ended.forEach(this::join);
        }
        return new SiblingLegs(ends, origins());
    }

    private void sort(List<Leg> legs) {
        legs.sort((a, b) -> Integer.compare(a.invite, b.invite));
    }

    private void read(int message) {
        int type = messages.type(message);
        if (type == MessageTypes.INVITE && !messages.hasToTag(message)) {
            Leg leg = new Leg(sent(message), message);
            byTransaction.put(messages.transaction(message), leg);
            ofDialog.put(leg.sent, leg);
        } else if (type == MessageTypes.CANCEL || type == MessageTypes.BYE) {
            Leg leg = ofDialog.get(sent(message));
            if (leg != null && leg.stop == NONE && leg.last == NONE) {
                leg.stop = message;
                ended.add(leg);
            }
        } else if (!MessageTypes.isMethod(type) && messages.isOfInvite(message)) {
            Leg leg = byTransaction.get(messages.transaction(message));
            if (leg != null) {
                responded(leg, message, type);
            }
        }
    }

    /// Programs on one host are known by their ports.
    private Sent sent(int message) {
        int from = hosts.source(message);
        int to = hosts.destination(message);
        return from != to ? new Sent(messages.dialog(message), from, to)
                : new Sent(messages.dialog(message), ~messages.source(message), ~messages.destination(message));
    }

    private void responded(Leg leg, int message, int status) {
        if (status >= RINGING && status < 200) {
            leg.ringing = message;
        } else if (status >= 200 && leg.last == NONE) {
            leg.last = message;
            if (status == INCOMPLETE || status == 401 || status == 407 || status / 100 == 3) {
                ended.add(leg);
            }
        }
    }

    private void place(Leg leg) {
        long caller = caller(leg);
        sent.computeIfAbsent(new Place(leg.from, caller), _ -> new ArrayList<>(1)).add(leg);
        received.computeIfAbsent(new Place(leg.to, caller), _ -> new ArrayList<>(1)).add(leg);
        if (isAnswered(leg)) {
            answered.add(leg);
        }
    }

    /// Who calls: the last digits of a number, which servers write in several ways, else the user.
    private long caller(Leg leg) {
        return callers.computeIfAbsent(index.dialogs().callerNumber(leg.dialog),
                _ -> Party.end(Party.of(index.dialogs().caller(leg.dialog), keys), END_DIGITS));
    }

    private boolean isAnswered(Leg leg) {
        return leg.last != NONE && messages.type(leg.last) / 100 == 2;
    }

    private long nanos(int message) {
        return messages.capturedAtNanos(message);
    }

    private boolean isWithin(int message, long fromNanos, long toNanos) {
        return nanos(message) >= fromNanos && nanos(message) <= toNanos;
    }

    private boolean isAnsweredAt(Leg leg, long nanos) {
        return isAnswered(leg) && isWithin(leg.last, nanos - AT_ONCE_NANOS, nanos + AT_ONCE_NANOS);
    }

    private void join(Leg leg) {
        if (!index.dialogs().isTimed(leg.dialog)) {
            return;
        }
        if (leg.stop != NONE && (leg.last == NONE || messages.type(leg.last) == TERMINATED)) {
            stopped(leg);
        } else if (leg.stop == NONE && ofDialog.get(leg.sent) == leg) {
            continued(leg);
        }
    }

    /// Of a leg that its sender stopped: did the call go on?
    private void stopped(Leg leg) {
        long at = nanos(leg.stop);
        Optional<Leg> call = callOf(leg);
        if (call.filter(its -> its.stop != NONE && nanos(its.stop) <= at + AT_ONCE_NANOS).isPresent()) {
            return; // the caller hung up
        }
        List<Leg> siblings = siblings(leg, call);
        Optional<Leg> taken = siblings.stream().filter(its -> isAnsweredAt(its, at)).findFirst();
        int goesOn = call.map(its -> shown(its, at)).orElse(NONE);
        boolean isOne = call.isPresent() || siblings.stream().filter(this::isAnswered).count() == 1;
        if (taken.isPresent() && isOne) {
            end(leg, leg.stop, Cause.ANSWERED_ELSEWHERE, taken.get().last, taken,
                    call.or(() -> passedOn(leg, taken.get())));
        } else if (call.filter(its -> isAnsweredAt(its, at)).isPresent()) {
            end(leg, leg.stop, Cause.ANSWERED_ELSEWHERE, call.get().last, call, call);
        } else if (goesOn != NONE) {
            end(leg, leg.stop, Cause.STOPPED_BY_SERVER, goesOn, call, call);
        } else {
            pickUp(leg, call, at);
        }
    }

    /// Other legs that the host began for the same caller: of the same call where that was captured,
    /// else at about the same time.
    private List<Leg> siblings(Leg leg, Optional<Leg> call) {
        long from = call.map(its -> nanos(its.invite)).orElse(nanos(leg.invite) - TOGETHER_NANOS);
        long to = call.isPresent() ? nanos(leg.stop) : Math.min(nanos(leg.stop), nanos(leg.invite) + TOGETHER_NANOS);
        return before(sent.getOrDefault(new Place(leg.from, caller(leg)), List.of()), to, from,
                its -> isElsewhere(its, leg) && callOf(its).equals(call));
    }

    /// Whether they ring somewhere else.
    private boolean isElsewhere(Leg one, Leg other) {
        return messages.destination(one.invite) != messages.destination(other.invite)
                || index.dialogs().calleeNumber(one.dialog) != index.dialogs().calleeNumber(other.dialog);
    }

    /// The one call that began just before two legs and was answered with one of them: the server may
    /// show another caller, or have an address on each side.
    private Optional<Leg> passedOn(Leg leg, Leg taken) {
        long begun = Math.min(nanos(leg.invite), nanos(taken.invite));
        List<Leg> found = answeredAt(nanos(taken.last)).filter(its -> its.dialog != taken.dialog
                && (its.to == leg.from || (caller(its) == caller(leg) && its.from != leg.from))
                && isWithin(its.invite, begun - AT_ONCE_NANOS, begun)).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// Those that were answered at a moment.
    private Stream<Leg> answeredAt(long nanos) {
        return answered
                .subList(firstAfter(answered, its -> its.last, nanos - AT_ONCE_NANOS - 1),
                        firstAfter(answered, its -> its.last, nanos + AT_ONCE_NANOS))
                .stream();
    }

    /// Those of some legs that began in a range of time, the latest first.
    private List<Leg> before(List<Leg> legs, long toNanos, long fromNanos, Predicate<Leg> isWanted) {
        int end = firstAfter(legs, its -> its.invite, toNanos);
        List<Leg> found = new ArrayList<>();
        for (int i = end - 1; i >= Math.max(0, end - MOST_COMPARED) && nanos(legs.get(i).invite) >= fromNanos; i--) {
            if (isWanted.test(legs.get(i))) {
                found.add(legs.get(i));
            }
        }
        return found;
    }

    private int firstAfter(List<Leg> legs, ToIntFunction<Leg> message, long nanos) {
        int from = 0;
        int to = legs.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (nanos(message.applyAsInt(legs.get(middle))) <= nanos) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /// The call that reached the host of a leg, for which it began that. Who withholds the number is
    /// known by the moment alone.
    private Optional<Leg> callOf(Leg leg) {
        long begun = nanos(leg.invite);
        long earliest = begun - (caller(leg) == Party.NOBODY ? AT_ONCE_NANOS : HUNT_NANOS);
        return before(received.getOrDefault(new Place(leg.from, caller(leg)), List.of()), begun, earliest,
                its -> its.dialog != leg.dialog && !isOver(its, begun)).stream().findFirst();
    }

    private boolean isOver(Leg leg, long nanos) {
        return (leg.last != NONE && nanos(leg.last) < nanos) || (leg.stop != NONE && nanos(leg.stop) < nanos);
    }

    /// What shows that a call went on: a response of the server, or that the caller waited longer.
    private int shown(Leg call, long nanos) {
        boolean isLast = call.last != NONE && messages.type(call.last) != TERMINATED
                && nanos(call.last) >= nanos - AT_ONCE_NANOS;
        if (isLast) {
            return call.last;
        }
        if (call.stop != NONE) {
            return call.stop;
        }
        return call.ringing != NONE && nanos(call.ringing) > nanos ? call.ringing : NONE;
    }

    /// An INVITE that was answered may replace the leg (RFC 3891).
    private void pickUp(Leg leg, Optional<Leg> call, long at) {
        String callId = index.dialogs().callId(leg.dialog);
        answeredAt(at).filter(its -> its.to == leg.from && its.dialog != leg.dialog)
                .limit(MOST_COMPARED)
                .filter(its -> replaces(its.invite, callId))
                .findFirst()
                .ifPresent(its -> end(leg, leg.stop, Cause.ANSWERED_ELSEWHERE, its.last, Optional.of(its), call));
    }

    private boolean replaces(int invite, String callId) {
        return message(invite).stream()
                .flatMap(sip -> sip.headers("Replaces").stream())
                .anyMatch(value -> FieldValue.head(value).equals(callId));
    }

    /// Of a leg that was asked to try again: under which other Call-ID did that happen?
    private void continued(Leg leg) {
        int status = messages.type(leg.last);
        Optional<Leg> call = callOf(leg);
        boolean isRedirected = status / 100 == 3;
        long from = nanos(status == INCOMPLETE ? leg.invite : leg.last);
        long to = nanos(leg.last) + (status == INCOMPLETE ? DIGITS_NANOS : FOLLOW_NANOS);
        Predicate<Leg> follows = isRedirected ? its -> followsRedirection(leg, its)
                : status == INCOMPLETE ? its -> its.to == leg.to && hasMoreDigits(leg, its)
                : its -> its.to == leg.to && answersChallenge(leg, its);
        Stream<Integer> senders =
                call.filter(_ -> isRedirected).map(its -> Stream.of(leg.from, its.from)).orElse(Stream.of(leg.from));
        senders.flatMap(host -> before(sent.getOrDefault(new Place(host, caller(leg)), List.of()), to, from,
                its -> its.dialog != leg.dialog && its.invite > leg.invite).reversed().stream())
                .filter(follows)
                .findFirst()
                .ifPresent(its -> end(leg, leg.last, Cause.FOLLOWED, its.invite, Optional.of(its), call));
    }

    /// Whether an INVITE goes to a Contact of the redirection, or says that it was diverted from there.
    private boolean followsRedirection(Leg leg, Leg next) {
        long called = requested(next.invite);
        String host = messages.endpoint(messages.destination(next.invite)).host();
        boolean isContact = message(leg.last).stream()
                .flatMap(sip -> sip.contacts().stream())
                .flatMap(contact -> contact.sipUri().stream())
                .anyMatch(uri -> uri.user().isEmpty() ? uri.host().equals(host)
                        : called != Party.NOBODY && isSame(called, Party.ofUser(uri.user(), keys)));
        if (isContact) {
            return true;
        }
        long before = requested(leg.invite);
        return before != Party.NOBODY && message(next.invite).stream()
                .flatMap(sip -> Stream.of("Diversion", "History-Info").flatMap(name -> sip.headers(name).stream()))
                .flatMap(value -> NameAddr.listOf(value).stream())
                .anyMatch(diverted -> isSame(before, Party.of(diverted.uri(), keys)));
    }

    private static boolean isSame(long one, long other) {
        return Party.end(one, END_DIGITS) == Party.end(other, END_DIGITS);
    }

    private long requested(int invite) {
        return Party.of(uri(invite), keys);
    }

    private String uri(int invite) {
        return message(invite).filter(SipRequest.class::isInstance)
                .map(sip -> ((SipRequest) sip).requestUri())
                .orElse("");
    }

    private boolean answersChallenge(Leg leg, Leg next) {
        boolean hasCredentials = message(next.invite)
                .filter(sip -> sip.header("Authorization").isPresent() || sip.header("Proxy-Authorization").isPresent())
                .isPresent();
        return hasCredentials && requested(next.invite) == requested(leg.invite);
    }

    private boolean hasMoreDigits(Leg leg, Leg next) {
        String digits = user(leg.invite);
        return !digits.isEmpty() && user(next.invite).length() > digits.length()
                && user(next.invite).startsWith(digits);
    }

    private String user(int invite) {
        return SipUri.of(uri(invite)).map(SipUri::user).orElse("");
    }

    /// A message; empty if its capture was changed since.
    private Optional<SipMessage> message(int message) {
        try {
            return Optional.of(index.message(message));
        } catch (CaptureChangedException changed) {
            return Optional.empty();
        }
    }

    private void end(Leg leg, int by, Cause cause, int shown, Optional<Leg> other, Optional<Leg> call) {
        if (statesCaller(by)) {
            return;
        }
        ends.put(by, new SiblingLegs.End(cause, shown));
        left.add(leg.dialog);
        Stream.of(other, call).flatMap(Optional::stream).forEach(its -> unite(leg.dialog, its.dialog));
        call.ifPresent(this::uniteAll);
    }

    /// Whether its sender states that the caller cancelled.
    private boolean statesCaller(int cancel) {
        return message(cancel).stream()
                .flatMap(sip -> sip.reasons().stream())
                .anyMatch(reason -> reason.cause() == TERMINATED);
    }

    /// All legs that a server made for a call until that ended are that call.
    private void uniteAll(Leg call) {
        int end = call.last == NONE ? call.stop : call.last;
        before(sent.getOrDefault(new Place(call.to, caller(call)), List.of()),
                end == NONE ? Long.MAX_VALUE : nanos(end), nanos(call.invite),
                its -> callOf(its).filter(call::equals).isPresent()).forEach(its -> unite(its.dialog, call.dialog));
    }

    private void unite(int one, int other) {
        int first = root(one);
        int second = root(other);
        parents.put(Math.max(first, second), Math.min(first, second));
    }

    private int root(int dialog) {
        int root = dialog;
        for (int parent = parents.computeIfAbsent(root, its -> its); parent != root;) {
            root = parent;
            parent = parents.computeIfAbsent(root, its -> its);
        }
        return root;
    }

    /// Each call counts with the first of its dialogs that did not end for another one.
    private Map<Integer, Integer> origins() {
        Map<Integer, TreeSet<Integer>> calls = new HashMap<>();
        for (int dialog : List.copyOf(parents.keySet())) {
            calls.computeIfAbsent(root(dialog), _ -> new TreeSet<>()).add(dialog);
        }
        Map<Integer, Integer> origins = new HashMap<>();
        for (TreeSet<Integer> dialogs : calls.values()) {
            int origin = dialogs.stream().filter(each -> !left.contains(each)).findFirst().orElse(dialogs.first());
            dialogs.forEach(each -> origins.put(each, origin));
        }
        return origins;
    }
}
