/// What an analyst decides about, in the order of need: steps that a model has never seen or that
/// depart from RFC 3261, and problems of calls; each with the reasons for its place and the most
/// similar known dialog of the capture.
///
/// In: an [org.sipsleuth.pipeline.Investigation]. Out: [org.sipsleuth.triage.TriageQueue], and
/// [org.sipsleuth.triage.Departures], the messages from which dialogs depart.
@NullMarked
package org.sipsleuth.triage;

import org.jspecify.annotations.NullMarked;
