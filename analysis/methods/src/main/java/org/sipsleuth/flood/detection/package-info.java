/// INVITE floods as a method: its settings, its model, and what a model finds in a capture.
///
/// In: windows of INVITE attempts with their inputs. Out: scores of each window by every network,
/// and floods as findings. The network that decides only flags windows; a flood is stated where
/// most of its calls were never acknowledged either.
@NullMarked
package org.sipsleuth.flood.detection;

import org.jspecify.annotations.NullMarked;
