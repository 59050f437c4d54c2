package org.sipsleuth.app.command.input;

import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.lab.format.HiddenFact;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.session.LabMode;
import org.sipsleuth.text.FileName;

/// Why a command is refused for the captures of a lab that is not handed in: it would state what
/// the lab hides.
public final class LabRefusal {

    /// The report of a case, as a command of its own.
    public static final String CASE_REPORT = "case report";

    /// A verdict on a row that a case's captures have.
    public static final String CASE_JUDGE = "case judge";

    /// What a command states of its captures by itself.
    private static final Map<String, Set<HiddenFact>> STATES =
            Map.of("analyze", Set.of(HiddenFact.INCIDENTS, HiddenFact.FINDINGS, HiddenFact.STAGES), "problems",
                    Set.of(HiddenFact.PROBLEMS), "triage", Set.of(HiddenFact.VERDICTS, HiddenFact.FINDINGS), "beliefs",
                    Set.of(HiddenFact.VERDICTS, HiddenFact.FINDINGS), "replay", Set.of(HiddenFact.INCIDENTS),
                    "evaluate", Set.of(HiddenFact.INCIDENTS, HiddenFact.FINDINGS, HiddenFact.TRUTH), CASE_REPORT,
                    EnumSet.complementOf(EnumSet.of(HiddenFact.TRUTH)), CASE_JUDGE,
                    Set.of(HiddenFact.VERDICTS, HiddenFact.FINDINGS));

    /// Fields of filters that state something.
    private static final Map<String, HiddenFact> FIELDS = Map.of("incident.", HiddenFact.INCIDENTS, "finding.",
            HiddenFact.FINDINGS, "hint.", HiddenFact.HINTS, "problem.", HiddenFact.PROBLEMS, "dialog.mark",
            HiddenFact.VERDICTS, "dialog.unknown", HiddenFact.VERDICTS);

    /// Options that state something.
    private static final Map<String, HiddenFact> OPTIONS =
            Map.of("--truth", HiddenFact.TRUTH, "--users", HiddenFact.FINDINGS);

    private LabRefusal() {}

    /// Why a command is refused.
    ///
    /// @param command its word
    /// @param captures as the user named them
    /// @param arguments all of the command line
    public static Optional<String> of(String command, List<String> captures, List<String> arguments) {
        for (String name : captures) {
            Optional<LabFolder> lab = lab(name);
            if (lab.isPresent()) {
                List<HiddenFact> hidden = stated(command, arguments).stream()
                        .filter(lab.get().lab().hidden()::contains)
                        .sorted()
                        .toList();
                if (!hidden.isEmpty()) {
                    return Optional.of(sentence(name, lab.get(), hidden));
                }
            }
        }
        return Optional.empty();
    }

    private static String sentence(String name, LabFolder lab, List<HiddenFact> hidden) {
        String last = text(hidden.getLast());
        String facts = hidden.size() == 1 ? last
                : hidden.stream().limit(hidden.size() - 1L).map(LabRefusal::text).collect(Collectors.joining(", "))
                        + " and " + last;
        return "%s belongs to the lab \"%s\", which hides %s until it is handed in".formatted(name, lab.lab().title(),
                facts);
    }

    private static String text(HiddenFact fact) {
        return fact == HiddenFact.TRUTH ? "ground truth" : fact.word();
    }

    private static Set<HiddenFact> stated(String command, List<String> arguments) {
        List<HiddenFact> stated = new ArrayList<>(STATES.getOrDefault(command, Set.of()));
        String all = String.join(" ", arguments);
        FIELDS.forEach((field, fact) -> {
            if (all.contains(field)) {
                stated.add(fact);
            }
        });
        OPTIONS.forEach((option, fact) -> {
            if (arguments.contains(option)) {
                stated.add(fact);
            }
        });
        return Set.copyOf(stated);
    }

    private static Optional<LabFolder> lab(String name) {
        try {
            return LabMode.of(FileName.path(name));
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }
}
