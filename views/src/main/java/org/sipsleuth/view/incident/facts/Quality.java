package org.sipsleuth.view.incident.facts;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.ui.UtcTime;

/// How far a capture can be relied on: what was decoded, what is missing, what could not be judged.
///
/// @param level whether it limits the result
/// @param name what is judged: `Decoded`
/// @param words in a few words: `all 1,369 frames`
/// @param isOfFrames whether the capture report lists the frames that it is about
record Quality(Level level, String name, String words, boolean isOfFrames) {

    Quality(Level level, String name, String words) {
        this(level, name, words, false);
    }

    /// Whether something limits the result.
    enum Level {
        GOOD, LIMITED, NEUTRAL
    }

    /// In a shorter capture slow attacks are not seen.
    private static final long SHORT_NANOS = 600_000_000_000L;

    /// With fewer dialogs, habits of the network cannot be estimated.
    private static final int FEW_DIALOGS = 30;

    private static final int MOST_NOT_JUDGED = 3;

    /// The page of the account has all of them.
    private static final int MOST_DAMAGED = 3;

    /// Everything that is known of a capture.
    ///
    /// @param isWhole also what matters only where nothing was found: sample and duration
    static List<Quality> of(SipIndex index, Optional<CaptureFacts> facts, Optional<Investigation> found,
            boolean isWhole) {
        List<Quality> all = new ArrayList<>();
        List<CaptureSummary> logs = index.files().stream().filter(file -> file.log().isPresent()).toList();
        if (logs.size() < index.files().size()) { // a text log has neither frames nor streams
            all.add(decoded(index));
            all.add(gaps(index, facts));
        }
        if (found.isEmpty()) { // else the limits of the capture state it
            lost(index, "dropped", CaptureNotes::dropped).ifPresent(all::add);
        }
        lost(index, "discarded", CaptureNotes::discarded).ifPresent(all::add);
        logs.stream()
                .flatMap(file -> file.notes().comments().stream())
                .map(fact -> new Quality(Level.LIMITED, text("quality.log"), IncidentTexts.visible(fact.text())))
                .forEach(all::add);
        List<CaptureSummary> damaged = index.files().stream().filter(file -> file.damage().isPresent()).toList();
        damaged.stream().limit(MOST_DAMAGED).map(file -> damage(file, index.files().size() > 1)).forEach(all::add);
        if (damaged.size() > MOST_DAMAGED) {
            all.add(new Quality(Level.LIMITED, text("quality.damage"),
                    text("quality.damage.more", damaged.size() - MOST_DAMAGED)));
        }
        found.stream()
                .flatMap(its -> its.problems().limits().stream())
                .map(limit -> new Quality(Level.LIMITED, text("quality.limit"), IncidentTexts.visible(limit.text())))
                .forEach(all::add);
        if (isWhole) {
            all.add(sample(index, facts));
            all.add(duration(index));
        }
        found.map(Investigation::fits).orElse(List.of()).stream().map(fit -> fit(fit, facts)).forEach(all::add);
        found.stream()
                .filter(its -> its.incidents().isEmpty()) // else it stands below them
                .flatMap(its -> its.notJudged().stream())
                .filter(each -> each.kinds().isEmpty()) // else it stands with the checks of its kinds
                .limit(MOST_NOT_JUDGED)
                .map(each -> new Quality(Level.LIMITED, text("quality.not.judged"),
                        IncidentTexts.visible(each.sentence().text())))
                .forEach(all::add);
        all.add(new Quality(Level.NEUTRAL, text("quality.baseline"), text("quality.no.baseline")));
        return all;
    }

    /// @param isNamed whether its file must be named
    private static Quality damage(CaptureSummary file, boolean isNamed) {
        String what = file.damage().orElseThrow().what();
        return new Quality(Level.LIMITED, text("quality.damage"),
                IncidentTexts.visible(isNamed ? FileName.last(file.path()) + ": " + what : what));
    }

    private static Quality decoded(SipIndex index) {
        long frames = index.files().stream().mapToLong(CaptureSummary::frames).sum();
        long lost = index.files()
                .stream()
                .flatMap(file -> file.unread().stream())
                .filter(unread -> unread.loss() != UnreadFrames.Loss.NONE)
                .mapToLong(UnreadFrames::frames)
                .sum();
        return lost == 0 ? new Quality(Level.GOOD, text("quality.decoded"), text("quality.decoded.all", frames))
                : new Quality(Level.LIMITED, text("quality.decoded"), text("quality.decoded.not", lost, frames), true);
    }

    private static Quality gaps(SipIndex index, Optional<CaptureFacts> facts) {
        long gaps = index.files().stream().mapToLong(file -> file.gaps().gaps()).sum();
        long bytes = index.files().stream().mapToLong(file -> file.gaps().bytes()).sum();
        String repeated = facts.map(counts -> text("quality.repeated", counts.statistics().totals().retransmissions()))
                .orElse("");
        return gaps == 0 ? new Quality(Level.GOOD, text("quality.gaps"), text("quality.gaps.none") + repeated)
                : new Quality(Level.LIMITED, text("quality.gaps"), text("quality.gaps.some", gaps, bytes) + repeated);
    }

    private static Optional<Quality> lost(SipIndex index, String key, ToLongFunction<CaptureNotes> count) {
        long packets = index.files().stream().map(CaptureSummary::notes).mapToLong(count).sum();
        return packets == 0 ? Optional.empty()
                : Optional.of(new Quality(Level.LIMITED, text("quality." + key),
                        text("quality." + key + ".packets", packets)));
    }

    private static Quality fit(ModelFit fit, Optional<CaptureFacts> facts) {
        ModelIdentity model = fit.origin().model();
        if (fit.dialogs() == 0) {
            return new Quality(Level.NEUTRAL, text("quality.fit"), text("quality.fit.none"));
        }
        boolean isBundled = facts.filter(counts -> counts.bundled().contains(model)).isPresent();
        long expected = Math.round(fit.expected() * fit.dialogs());
        String key = fit.fits() ? "quality.fit.good" : fit.fitsAny() ? "quality.fit.some" : "quality.fit.not";
        return new Quality(fit.fits() ? Level.GOOD : Level.LIMITED, text("quality.fit"),
                text(key, fit.unknown(), fit.dialogs(), expected,
                        isBundled ? text("quality.fit.bundled")
                                : text("quality.fit.own", IncidentTexts.visible(model.name())),
                        fit.judgedDialogs(), fit.judgedUnknown(), fit.allDialogs() - fit.dialogs(),
                        fit.misfits().size(), fit.networks().size()));
    }

    private static Quality sample(SipIndex index, Optional<CaptureFacts> facts) {
        int dialogs = index.dialogs().size();
        long calls = facts.map(counts -> counts.calls().calls()).orElse(0L);
        int hosts = facts.map(counts -> counts.talkers().size()).orElse(0);
        return dialogs < FEW_DIALOGS
                ? new Quality(Level.LIMITED, text("quality.sample"), text("quality.sample.few", dialogs, FEW_DIALOGS))
                : new Quality(Level.GOOD, text("quality.sample"), text("quality.sample.enough", dialogs, calls, hosts));
    }

    private static Quality duration(SipIndex index) {
        long nanos = index.dialogs().coverages().capturedNanos();
        String length = UtcTime.length((double) nanos);
        return nanos < SHORT_NANOS
                ? new Quality(Level.LIMITED, text("quality.duration"), text("quality.duration.short", length))
                : new Quality(Level.GOOD, text("quality.duration"), length);
    }
}
