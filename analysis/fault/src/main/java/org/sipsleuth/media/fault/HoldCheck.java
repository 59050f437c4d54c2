package org.sipsleuth.media.fault;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.attempt.Handshake;
import org.sipsleuth.media.Party;
import org.sipsleuth.media.fault.Negotiation.Medium;

/// Finds calls that end on hold (RFC 3264 §8.4), without having been transferred.
final class HoldCheck {

    /// Who hangs up sooner has only changed over.
    private static final double FEWEST_SECONDS = 5;

    /// A hold that the capture ends in is usual up to here.
    private static final double FEWEST_SECONDS_OPEN = 60;

    private static final double NANOS_PER_SECOND = 1e9;

    private final MessageTable messages;
    private final Attempt call;
    private final long endNanos;
    private @Nullable Party holder;
    private int since;
    private long sinceNanos;
    private @Nullable Negotiation denied; // when the holder asked to resume

    /// @param endNanos when the call ended, or its coverage
    HoldCheck(MessageTable messages, Attempt call, long endNanos) {
        this.messages = messages;
        this.call = call;
        this.endNanos = endNanos;
    }

    /// @param settled the negotiations whose answers hold
    Optional<MediaFault> of(int dialog, List<Negotiation> settled, HoldEnds ends) {
        for (Negotiation each : settled) {
            boolean isWithin = each.offer() > call.answer() && isOnHop(each);
            if (isWithin && !isUnacknowledged(each)) {
                each.audio().stream().filter(Medium::isAccepted).findFirst().ifPresent(medium -> follow(each, medium));
            }
        }
        Party last = holder;
        double seconds = (endNanos - sinceNanos) / NANOS_PER_SECOND;
        boolean isEnded = call.release().isKnown();
        boolean isLong = seconds >= (isEnded ? FEWEST_SECONDS : FEWEST_SECONDS_OPEN);
        if (last == null || !isLong || ends.isTransferred(dialog)) {
            return Optional.empty();
        }
        Report report =
                new Report(MediaFaultKind.HOLD_NOT_RESUMED, isEnded ? "ended" : "open").with("by", Sides.name(last))
                        .with("seconds", String.format(Locale.ENGLISH, "%.1f", seconds));
        int bye = call.release().first();
        if (isEnded) {
            boolean isOfHolder = isOfHolder(call.release().asker(messages));
            report.with("ended", Sides.name(isOfHolder ? last : Sides.other(last)));
        }
        Negotiation asked = denied;
        if (asked == null) {
            return Optional.of(report.messages(since, bye).of(dialog));
        }
        return Optional.of(report.more(MediaFaultKind.HOLD_NOT_RESUMED.sentence("denied", Sides.name(last)))
                .due(Report.DENIED)
                .messages(since, asked.offer(), asked.answer(), bye)
                .of(dialog));
    }

    /// Whether an endpoint is on the side that holds.
    private boolean isOfHolder(int endpoint) {
        boolean isOfCaller = host(endpoint).equals(host(messages.destination(call.answer())));
        return isOfCaller == (holder == Party.CALLER);
    }

    /// Whether the 2xx of a re-INVITE was repeated without ACK: its session does not hold.
    private boolean isUnacknowledged(Negotiation each) {
        Handshake reinvite = call.session().reinvite();
        return reinvite.answer() == each.answer() && reinvite.ack() == Attempt.NONE && reinvite.repeats() > 0;
    }

    /// Those between the hosts of the answer to the call.
    List<Negotiation> onHop(List<Negotiation> settled) {
        return settled.stream().filter(this::isOnHop).toList();
    }

    private boolean isOnHop(Negotiation each) {
        InetAddress source = host(messages.source(each.offer()));
        InetAddress destination = host(messages.destination(each.offer()));
        InetAddress one = host(messages.source(call.answer()));
        InetAddress other = host(messages.destination(call.answer()));
        return (source.equals(one) && destination.equals(other)) || (source.equals(other) && destination.equals(one));
    }

    private InetAddress host(int endpoint) {
        return messages.endpoint(endpoint).address();
    }

    private void follow(Negotiation each, Medium medium) {
        boolean isResume = holder == each.offerer() && medium.offered().direction().equals("sendrecv");
        if (medium.offered().isHold()) {
            hold(each.offerer(), each);
        } else if (isResume && medium.answered().isHold()) {
            denied = each;
        } else if (medium.answered().isHold() && medium.offered().direction().equals("sendrecv")) {
            hold(each.answerer(), each);
        } else if (holder != each.answerer() || !medium.answered().isHold()) {
            holder = null;
            denied = null;
        }
    }

    private void hold(Party party, Negotiation each) {
        if (holder == null) {
            holder = party;
            since = each.offer();
            sinceNanos = messages.capturedAtNanos(each.answer());
        }
    }
}
