package org.sipsleuth.view.session.casefile;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.entry.Verdicts;

/// What an open case holds, all of it on the disk.
///
/// @param file the case
/// @param name what it is called
/// @param evidence its captures
/// @param verdicts all of them
/// @param lastHash of the log
/// @param obstacle why it cannot be changed; empty if it can
/// @param saved when it was last changed from here, or opened
public record OpenCase(
        Path file,
        String name,
        List<Evidence> evidence,
        Verdicts verdicts,
        String lastHash,
        Optional<String> obstacle,
        Instant saved) {

    /// Takes a copy.
    public OpenCase {
        evidence = List.copyOf(evidence);
    }
}
