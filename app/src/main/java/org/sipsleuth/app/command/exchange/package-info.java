/// Incidents in the formats of other security programs.
///
/// In: an investigation. Out: documents of the Elastic Common Schema, or a STIX 2.1 bundle. The
/// same investigation gives the same bytes.
@NullMarked
package org.sipsleuth.app.command.exchange;

import org.jspecify.annotations.NullMarked;
