package org.sipsleuth.view.lab;

import static org.sipsleuth.view.ui.Texts.text;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.lab.format.HiddenFact;
import org.sipsleuth.lab.format.LabException;
import org.sipsleuth.lab.score.MarkedPart;
import org.sipsleuth.lab.session.LabSession;
import org.sipsleuth.view.ui.UtcTime;

/// Sentences about labs that several parts of the window show.
final class LabTexts {

    /// The style sheet of all nodes of labs.
    static final String STYLES =
            Objects.requireNonNull(LabTexts.class.getResource("lab.css"), "the styles of labs").toExternalForm();

    private static final long NANOS = 1_000_000_000L;
    private static final String DOTS = "●●●";

    private LabTexts() {}

    /// `●●○`
    static String dots(int level) {
        return DOTS.substring(0, level) + "○".repeat(DOTS.length() - level);
    }

    /// `Beginner`
    static String level(int level) {
        return text("lab.level." + level);
    }

    /// What a lab in progress hides, as a list in words.
    static String hidden(LabSession session) {
        Set<HiddenFact> facts = EnumSet.noneOf(HiddenFact.class);
        for (HiddenFact fact : HiddenFact.values()) {
            if (session.hides(fact)) {
                facts.add(fact);
            }
        }
        List<String> words = facts.stream().map(fact -> text("lab.fact." + fact.word())).toList();
        return words.size() < 2 ? String.join("", words)
                : text("lab.and", String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
    }

    /// Why nothing of a lab is saved, and what to do.
    static Optional<String> damage(LabSession session) {
        return session.damage().map(reason -> text("lab.fault.answers", reason));
    }

    /// `14:12:04 - 14:12:44`, of a range in a capture of one day with its dates left out.
    static String range(MarkedPart.Range range) {
        return UtcTime.clock(nanos(range.from())) + " - " + UtcTime.clock(nanos(range.to()));
    }

    /// In ns since the epoch.
    static long nanos(Instant time) {
        return time.getEpochSecond() * NANOS + time.getNano();
    }

    /// What went wrong, in a sentence.
    static String failure(Throwable cause) {
        return cause instanceof LabException lab ? text("lab.fault.lab", String.valueOf(lab.getMessage()))
                : text("lab.fault.disk", String.valueOf(cause.getMessage()));
    }
}
