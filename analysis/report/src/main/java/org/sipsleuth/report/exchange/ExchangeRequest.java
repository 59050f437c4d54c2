package org.sipsleuth.report.exchange;

import java.util.function.Function;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.FaultSink;

/// What is wanted of an investigation that is written.
///
/// @param parts what of it is listed; formats of other programs have incidents only, json all of it
/// @param methods that can look
/// @param isColoured whether text is coloured
/// @param isRawCsv whether values of CSV are as they are in the capture
/// @param sha256 the digest of a capture in lower-case hexadecimal; waits until it is known
/// @param faults takes those of single rows
/// @param report what is wanted of a report that stands alone
public record ExchangeRequest(AnalysisParts parts, Methods methods, boolean isColoured, boolean isRawCsv,
        Function<CaptureSummary, String> sha256, FaultSink faults, ReportRequest report) {}
