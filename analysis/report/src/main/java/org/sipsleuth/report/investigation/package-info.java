/// The report about an investigation that stands alone: what happened, on which evidence, and how
/// another can repeat it.
///
/// In: an investigation, and what the user wants in the report. Out: HTML or PDF.
@NullMarked
package org.sipsleuth.report.investigation;

import org.jspecify.annotations.NullMarked;

