package org.sipsleuth.report.document;

import java.util.List;

/// How far the captures of a report and those of its case are the same.
///
/// @param outside captures that the report rests on and the case does not hold, by their names
/// @param missing captures of the case that the report does not rest on
public record CaseScope(List<String> outside, List<String> missing) {

    /// They are the same, or there is no case.
    public static final CaseScope WHOLE = new CaseScope(List.of(), List.of());

    /// Takes copies.
    public CaseScope {
        outside = List.copyOf(outside);
        missing = List.copyOf(missing);
    }
}
