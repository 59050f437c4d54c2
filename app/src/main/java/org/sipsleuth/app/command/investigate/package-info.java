/// Training of models and findings on the command line.
///
/// In: captures, models, settings. Out: trained models, findings and incidents as text and data.
@NullMarked
package org.sipsleuth.app.command.investigate;

import org.jspecify.annotations.NullMarked;
