/// What users tried: to set up a session, to register, to end a session.
///
/// In: the messages of one dialog. Out: [org.sipsleuth.dialog.attempt.Attempt]s and
/// [org.sipsleuth.dialog.attempt.Release]s, on which the times of a call and the metrics of RFC
/// 6076 rest. Reads columns only, no text.
@NullMarked
package org.sipsleuth.dialog.attempt;

import org.jspecify.annotations.NullMarked;
