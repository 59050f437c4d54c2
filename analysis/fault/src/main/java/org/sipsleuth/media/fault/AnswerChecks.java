package org.sipsleuth.media.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.media.fault.Negotiation.Medium;
import org.sipsleuth.sip.sdp.MediaDescription;
import org.sipsleuth.sip.sdp.RtpFormat;

/// Checks how the offers of an answered call were answered: by their descriptions alone.
final class AnswerChecks {

    private final MessageTable messages;
    private final int dialog;
    private final List<Negotiation> settled;

    /// @param negotiations those whose answers hold
    AnswerChecks(MessageTable messages, int dialog, List<Negotiation> negotiations) {
        this.messages = messages;
        this.dialog = dialog;
        settled = negotiations;
    }

    List<MediaFault> faults() {
        List<MediaFault> faults = new ArrayList<>();
        for (Negotiation each : settled) {
            refused(each).ifPresent(faults::add);
            faxRefused(each).ifPresent(faults::add);
            for (Medium medium : each.audio()) {
                if (medium.isAccepted()) {
                    notOffered(each, medium).ifPresent(faults::add);
                    otherProfile(each, medium).ifPresent(faults::add);
                    withoutEvents(each, medium).ifPresent(faults::add);
                }
            }
        }
        return faults;
    }

    /// Audio refused, and nothing taken in its place: not by fax, nor by another audio.
    private Optional<MediaFault> refused(Negotiation each) {
        List<Medium> audio = each.audio();
        boolean isRefused = !audio.isEmpty() && audio.stream().noneMatch(Medium::isAccepted)
                && each.answered().stream().noneMatch(Media::isFax);
        boolean isRepaired = settled.stream()
                .anyMatch(
                        later -> later.answer() > each.answer() && later.audio().stream().anyMatch(Medium::isAccepted));
        if (!isRefused || isRepaired) {
            return Optional.empty();
        }
        return Optional.of(new Report(MediaFaultKind.AUDIO_REFUSED, "text").with("answer", name(each.answer()))
                .with("offered", Media.names(audio.getFirst().offered().rtp().formats()))
                .messages(each.offer(), each.answer())
                .of(dialog));
    }

    /// Fax offered alone and refused by port 0; beside audio it is a choice.
    private Optional<MediaFault> faxRefused(Negotiation each) {
        boolean isOffered = each.offered().stream().anyMatch(Media::isFax);
        boolean isChoice = !each.audio().isEmpty();
        boolean isTaken = each.answered().stream().anyMatch(Media::isFax);
        boolean isAnswered = each.answered().stream().anyMatch(media -> media.type().equals("image"));
        if (!isOffered || isChoice || isTaken || !isAnswered) {
            return Optional.empty();
        }
        Report report = new Report(MediaFaultKind.T38_REFUSED, "port").with("answer", name(each.answer()))
                .with("refused by", messages.endpoint(messages.source(each.answer())).host())
                .messages(each.offer(), each.answer());
        List<Negotiation> later = settled.stream().filter(other -> other.answer() > each.answer()).toList();
        RefusalChecks.instead(later, each.answer()).ifPresent(report::more);
        return Optional.of(report.of(dialog));
    }

    private Optional<MediaFault> notOffered(Negotiation each, Medium medium) {
        MediaDescription offered = medium.offered();
        MediaDescription answered = medium.answered();
        List<RtpFormat> wanted = Media.codecs(offered);
        List<RtpFormat> named = Media.codecs(answered);
        boolean isKnown = Media.isRtp(offered) && Media.isRtp(answered) && Media.isAllNamed(offered)
                && Media.isAllNamed(answered) && !wanted.isEmpty() && !named.isEmpty();
        boolean isCommon =
                named.stream().anyMatch(format -> wanted.stream().anyMatch(other -> Media.isSame(format, other)));
        if (!isKnown || isCommon) {
            return Optional.empty();
        }
        return Optional.of(new Report(MediaFaultKind.CODEC_NOT_OFFERED, "text").with("answer", name(each.answer()))
                .with("answered", Media.names(named))
                .with("offered", Media.names(wanted))
                .messages(each.offer(), each.answer())
                .of(dialog));
    }

    private Optional<MediaFault> otherProfile(Negotiation each, Medium medium) {
        MediaDescription offered = medium.offered();
        MediaDescription answered = medium.answered();
        boolean isOther =
                Media.isRtp(offered) && Media.isRtp(answered) && Media.isSecure(offered) != Media.isSecure(answered);
        return !isOther ? Optional.empty()
                : Optional.of(new Report(MediaFaultKind.PROFILE_MISMATCH, "answer").with("answer", name(each.answer()))
                        .with("answered", answered.protocol())
                        .with("offered", offered.protocol())
                        .messages(each.offer(), each.answer())
                        .of(dialog));
    }

    /// DTMF offered as events, and no answer of the call takes it.
    private Optional<MediaFault> withoutEvents(Negotiation each, Medium medium) {
        boolean isDropped = Media.hasEvents(medium.offered()) && !Media.hasEvents(medium.answered())
                && Media.isAllNamed(medium.answered()) && Media.isRtp(medium.answered());
        boolean isTakenElsewhere = settled.stream()
                .flatMap(other -> other.audio().stream())
                .anyMatch(other -> Media.hasEvents(other.answered()));
        return !isDropped || isTakenElsewhere ? Optional.empty()
                : Optional.of(new Report(MediaFaultKind.NO_TELEPHONE_EVENT, "text").with("answer", name(each.answer()))
                        .with("answered", Media.names(medium.answered().rtp().formats()))
                        .messages(each.offer(), each.answer())
                        .of(dialog));
    }

    private String name(int message) {
        return messages.typeName(messages.type(message));
    }
}
