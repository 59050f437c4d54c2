package org.sipsleuth.lab.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.sipsleuth.lab.format.HandIn;
import org.sipsleuth.lab.format.HiddenFact;
import org.sipsleuth.lab.format.LabFolder;

/// What is not stated of a capture that lies in a lab, until it is handed in. It keeps an answer from
/// being stumbled over; it is no lock, as the capture can be copied elsewhere.
public final class LabMode {

    private LabMode() {}

    /// The lab that a capture belongs to, unless it is handed in.
    public static Optional<LabFolder> of(Path capture) {
        return LabFolder.of(capture).filter(lab -> !isHandedIn(lab));
    }

    /// Whether a fact must not be stated of these captures.
    public static boolean hides(HiddenFact fact, Collection<Path> captures) {
        return captures.stream()
                .flatMap(capture -> of(capture).stream())
                .anyMatch(lab -> lab.lab().hidden().contains(fact));
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
