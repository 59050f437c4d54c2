package org.sipsleuth.lab.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.lab.format.HandIn;
import org.sipsleuth.lab.format.HiddenFact;
import org.sipsleuth.lab.format.LabFolder;

/// What is not stated of a capture that lies in a lab, until it is handed in. It keeps an answer from
/// being stumbled over; it is no lock, as the capture can be copied elsewhere.
public final class LabMode {

    /// What detectors find, and what is made of it: facts that rest on each other, so that a lab that
    /// hides one of them hides all.
    private static final Set<HiddenFact> FOUND = Set.of(HiddenFact.INCIDENTS, HiddenFact.FINDINGS, HiddenFact.STAGES,
            HiddenFact.VERDICTS, HiddenFact.PROBLEMS);

    private LabMode() {}

    /// The lab that a capture belongs to, unless it is handed in.
    public static Optional<LabFolder> of(Path capture) {
        return LabFolder.of(capture).filter(lab -> !isHandedIn(lab));
    }

    /// What must not be stated of these captures.
    public static Set<Concealed> concealed(Collection<Path> captures) {
        Set<HiddenFact> hidden = captures.stream()
                .flatMap(capture -> of(capture).stream())
                .flatMap(lab -> lab.lab().hidden().stream())
                .collect(Collectors.toSet());
        return concealed(hidden::contains);
    }

    /// What must not be stated where a lab hides these facts.
    public static Set<Concealed> concealed(Predicate<HiddenFact> isHidden) {
        Set<Concealed> concealed = EnumSet.noneOf(Concealed.class);
        if (isHidden.test(HiddenFact.HINTS)) {
            concealed.add(Concealed.HINTS);
        }
        if (FOUND.stream().anyMatch(isHidden)) {
            concealed.add(Concealed.FINDINGS);
        }
        if (isHidden.test(HiddenFact.TRUTH)) {
            concealed.add(Concealed.TRUTH);
        }
        return concealed;
    }

    private static boolean isHandedIn(LabFolder lab) {
        Path answers = lab.folder().resolve(HandIn.FILE);
        try {
            return Files.exists(answers) && HandIn.read(answers, lab).handedIn().isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
