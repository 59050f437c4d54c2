package org.sipsleuth.media.fault;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.attempt.DialogWalk;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.media.Party;
import org.sipsleuth.sip.sdp.MediaDescription;

/// Reads a call: when it lasted, where its audio goes, and what its messages show to be wrong.
final class CallReader {

    private static final int MOST_PORTS = 64;

    private final SipIndex index;
    private final MessageTable messages;
    private final DialogWalk walk;
    private final Negotiations negotiations;
    private final NoteFaults notes;
    private final RefusalChecks refusals;
    private final HoldEnds ends;
    private final boolean hasRtp;
    private final PlainAnswer plain;

    /// @param hasRtp whether packets are judged, too
    CallReader(SipIndex index, HoldEnds ends, boolean hasRtp) {
        this.index = index;
        this.hasRtp = hasRtp;
        plain = new PlainAnswer(index);
        this.ends = ends;
        messages = index.messages();
        walk = new DialogWalk(index);
        negotiations = new Negotiations(index);
        notes = new NoteFaults(index);
        refusals = new RefusalChecks(index);
    }

    /// A call that was answered, or that has a fault.
    Optional<MediaCall> of(int dialog) {
        if (!index.dialogs().isCall(dialog)) {
            return Optional.empty();
        }
        walk.read(dialog);
        return walk.lastCall()
                .flatMap(call -> call.answer() == Attempt.NONE ? refused(dialog, call)
                        : Optional.of(answered(dialog, call)));
    }

    private Optional<MediaCall> refused(int dialog, Attempt call) {
        List<MediaFault> faults = new ArrayList<>();
        refusals.profile(dialog, call).ifPresent(faults::add);
        refusals.fax(dialog, List.of()).ifPresent(faults::add);
        return faults.isEmpty() ? Optional.empty()
                : Optional.of(new MediaCall(dialog, call.request(), Attempt.NONE, MediaCall.Span.NONE, List.of(), false,
                        false, false, List.of(), faults));
    }

    private MediaCall answered(int dialog, Attempt call) {
        int offer = negotiations.onlyOffer(dialog, call);
        if (!hasRtp && offer != Attempt.NONE && plain.isPlain(offer, call.answer())) {
            return new MediaCall(dialog, call.request(), call.answer(), span(dialog, call, List.of()), List.of(), true,
                    false, false, List.of(), List.of());
        }
        List<Negotiation> all = negotiations.of(dialog, call, offer);
        List<Negotiation> settled = all.stream().filter(Negotiation::isFinal).toList();
        MediaCall.Span span = span(dialog, call, settled);
        List<MediaFault> faults = new ArrayList<>(new AnswerChecks(messages, dialog, settled).faults());
        faults.removeIf(fault -> fault.kind() == MediaFaultKind.NO_TELEPHONE_EVENT && sendsInfo(dialog));
        HoldCheck hold = new HoldCheck(messages, call, span.endNanos());
        hold.of(dialog, settled, ends).ifPresent(faults::add);
        List<Move> moves = settled.size() < 2 ? List.of() : Move.of(messages, hold.onHop(settled), span.endNanos());
        refusals.fax(dialog, settled).ifPresent(faults::add);
        return new MediaCall(dialog, call.request(), call.answer(), span, ports(all), isJudged(dialog, call, all),
                settled.stream().anyMatch(this::isDirect), notes.mayKnow(dialog, settled), moves, faults);
    }

    /// Whether both sides were to send and receive, as far as all descriptions are known.
    private boolean isJudged(int dialog, Attempt call, List<Negotiation> all) {
        boolean isSetUp = all.stream().anyMatch(each -> each.isFinal() && each.isBothWays());
        for (int message : index.messagesOf(dialog)) {
            if (messages.isCut(message)) {
                return false;
            }
        }
        return call.request() != Attempt.NONE && isSetUp && all.stream().noneMatch(this::mayUseIce);
    }

    /// Whether ICE may find other addresses than those of the descriptions: both sides use it (RFC 8839
    /// §4.2.5).
    private boolean mayUseIce(Negotiation each) {
        return each.hasIce() && index.message(each.offer()).usesIce() && index.message(each.answer()).usesIce();
    }

    private boolean isDirect(Negotiation each) {
        InetAddress offerer = messages.endpoint(messages.source(each.offer())).address();
        InetAddress answerer = messages.endpoint(messages.destination(each.offer())).address();
        return each.audio()
                .stream()
                .filter(Negotiation.Medium::isAccepted)
                .anyMatch(medium -> Media.address(medium.offered()).filter(offerer::equals).isPresent()
                        && Media.address(medium.answered()).filter(answerer::equals).isPresent());
    }

    private boolean sendsInfo(int dialog) {
        return DtmfMessages.of(index, dialog).stream().findAny().isPresent();
    }

    private MediaCall.Span span(int dialog, Attempt call, List<Negotiation> settled) {
        int answer = call.session().answer() == Attempt.NONE ? call.answer() : call.session().answer();
        long answered = messages.capturedAtNanos(answer);
        int bye = call.release().first();
        long end = bye == Attempt.NONE ? index.dialogs().clockEndNanos(dialog) : messages.capturedAtNanos(bye);
        boolean isLate = settled.stream().anyMatch(each -> messages.type(each.answer()) == MessageTypes.ACK);
        int ack = call.handshake().ack();
        long due = isLate && ack != Attempt.NONE ? messages.capturedAtNanos(ack) : answered;
        long plain = end;
        for (Negotiation each : settled) {
            if (!each.isBothWays()) {
                plain = Math.min(plain, Math.max(due, messages.capturedAtNanos(each.offer())));
            }
        }
        return new MediaCall.Span(answered, due, plain, end);
    }

    private static List<MediaCall.Port> ports(List<Negotiation> all) {
        Set<MediaCall.Port> ports = new LinkedHashSet<>();
        for (Negotiation each : all) {
            each.offered().forEach(media -> add(each.offerer(), media, ports));
            each.answered().forEach(media -> add(each.answerer(), media, ports));
        }
        return List.copyOf(ports);
    }

    private static void add(Party party, MediaDescription media, Set<MediaCall.Port> ports) {
        if (Media.isAudio(media) && media.port() != 0 && ports.size() < MOST_PORTS) {
            Media.address(media)
                    .ifPresent(address -> ports.add(new MediaCall.Port(party, new Endpoint(address, media.port()))));
        }
    }
}
