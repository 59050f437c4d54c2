/// Incidents: findings that belong together, as one thing with actors, victims, span, stages and
/// outcome.
///
/// In: the findings of all methods. Out: [org.sipsleuth.incident.Incident]s, each with its story,
/// severity and advice. The same findings give the same incidents, to the byte.
@NullMarked
package org.sipsleuth.incident;

import org.jspecify.annotations.NullMarked;
