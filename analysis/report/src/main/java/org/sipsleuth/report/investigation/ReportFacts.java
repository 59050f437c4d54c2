package org.sipsleuth.report.investigation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a report states about its making.
///
/// @param toolVersion the version of the program
/// @param generatedAt the time of its making: the only thing that differs between two reports about
///     the same investigation
/// @param digests the SHA-256 of each capture, in the order of the index; empty where it is not
///     known
/// @param options of the command line that changed the result, as they were written
/// @param ofCase the case that the captures are the evidence of
public record ReportFacts(String toolVersion, Instant generatedAt, List<String> digests, List<String> options,
        Optional<CaseFacts> ofCase) {

    /// Takes copies.
    public ReportFacts {
        digests = List.copyOf(digests);
        options = List.copyOf(options);
    }
}
