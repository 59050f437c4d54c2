/// The labs that come with the program: each makes, for any seed, captures, questions and a key
/// computed from ground truth and from what was captured.
///
/// In: a seed and two folders. Out: a lab for the student, and a key for the teacher.
@NullMarked
package org.sipsleuth.lab.recipe;

import org.jspecify.annotations.NullMarked;
