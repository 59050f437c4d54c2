/// Tables that are learned from traffic of which is known what it is.
///
/// In: [org.sipsleuth.belief.period.Periods] and
/// [org.sipsleuth.truth.TrafficLabels]. Out: [org.sipsleuth.belief.learning.LabelledPeriods],
/// and [org.sipsleuth.belief.network.BeliefTables] by
/// [org.sipsleuth.belief.learning.TableLearning].
@NullMarked
package org.sipsleuth.belief.learning;

import org.jspecify.annotations.NullMarked;
