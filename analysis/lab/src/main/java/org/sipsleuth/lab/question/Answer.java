package org.sipsleuth.lab.question;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// An answer as a value. [AnswerText] reads and writes it as text.
public sealed interface Answer {

    /// A value, a choice, a filter or a free text.
    record Text(String text) implements Answer {}

    /// A number.
    record Decimal(double value) implements Answer {}

    /// A set of choices, hosts or users, in the order in which they were named.
    record Members(Set<String> names) implements Answer {

        public Members {
            names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
        }
    }

    /// A time range.
    record Span(Instant from, Instant to) implements Answer {}

    /// Frames, as Wireshark counts them.
    record Frames(SortedSet<Integer> numbers) implements Answer {

        public Frames {
            numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
        }
    }
}
