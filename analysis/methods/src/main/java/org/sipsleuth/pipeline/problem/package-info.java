/// The problems of calls as one of the methods: its settings, its detection and its fields.
///
/// In: the problems of a capture. Out: a detection without findings.
@NullMarked
package org.sipsleuth.pipeline.problem;

import org.jspecify.annotations.NullMarked;
