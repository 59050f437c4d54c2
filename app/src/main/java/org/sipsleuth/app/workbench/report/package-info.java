/// How a report shall be made.
///
/// In: what the user chooses. Out: [org.sipsleuth.report.investigation.ReportSettings].
@NullMarked
package org.sipsleuth.app.workbench.report;

import org.jspecify.annotations.NullMarked;
