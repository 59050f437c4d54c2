package org.sipsleuth.view.inspector.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.view.ui.WindowFaults;

/// What is known about one thing, in sections.
///
/// @param title what the thing is
/// @param sections in the order they are read
public record Facts(String title, List<Section> sections) {

    /// How a value is to be read.
    public enum Tone {
        /// Words.
        PLAIN,
        /// Text of the protocol, in letters of one width.
        CODE,
        /// Something is wrong.
        WARNING
    }

    /// One fact.
    ///
    /// @param name what it is; may be empty in a list
    /// @param value the fact itself, whole, as it is copied
    /// @param tone how it is to be read
    /// @param target where it leads, if it is a link
    /// @param fields the fields of filters that have it as value; several where one of them has
    /// @param place which of a field's values it is, from 0, or [#AS_TOLD]
    /// @param explanations how it came about, if it is a number that was calculated
    public record Fact(
            String name,
            String value,
            Tone tone,
            Optional<Target> target,
            List<String> fields,
            int place,
            List<Explanation> explanations) {

        /// The value is in no message: filters ask for it as shown.
        static final int AS_TOLD = -1;

        /// Whether filters ask for the value as shown.
        public boolean isFilteredAsShown() {
            return place == AS_TOLD;
        }

        private Fact by(int which, List<String> names) {
            return new Fact(name, value, tone, target, names, which, explanations);
        }
    }

    /// Facts that belong together.
    ///
    /// @param isDetail whether it is hidden until somebody asks for details
    public record Section(String title, List<Fact> facts, boolean isDetail) {

        /// Of more facts only those in view have nodes.
        public static final int MOST_AT_ONCE = 200;

        public Section {
            facts = List.copyOf(facts);
        }
    }

    public Facts {
        sections = List.copyOf(sections);
    }

    /// All facts as text for the clipboard, a line each.
    public String text() {
        StringBuilder text = new StringBuilder(title).append('\n');
        for (Section section : sections) {
            text.append('\n').append(section.title()).append('\n');
            for (Fact fact : section.facts()) {
                text.append("  ")
                        .append(fact.name().isEmpty() ? "" : fact.name() + ": ")
                        .append(fact.value())
                        .append('\n');
            }
        }
        return text.toString();
    }

    /// Collects the facts of a section; facts without a value and sections without a fact are left
    /// out.
    public static final class Collector {

        private final List<Section> sections = new ArrayList<>();
        private List<Fact> open = new ArrayList<>();
        private String openTitle = "";
        private boolean added;
        private boolean isDetail;

        /// Begins another section.
        public Collector section(String title) {
            close();
            openTitle = title;
            isDetail = false;
            return this;
        }

        /// Adds what another one collects; a fault costs only the rest of that.
        public Collector part(Runnable part) {
            boolean isWhole = WindowFaults.SINK.contain("inspector", false, () -> {
                part.run();
                return true;
            });
            return isWhole ? this : warning("", FaultSink.FAILED);
        }

        /// Begins another section that is hidden until somebody asks for details.
        public Collector detail(String title) {
            section(title);
            isDetail = true;
            return this;
        }

        /// Adds words.
        public Collector plain(String name, String value) {
            return add(name, value, Tone.PLAIN);
        }

        /// Adds text of the protocol.
        public Collector code(String name, String value) {
            return add(name, value, Tone.CODE);
        }

        /// Adds something that is wrong.
        public Collector warning(String name, String value) {
            return add(name, value, Tone.WARNING);
        }

        /// Adds words that lead somewhere.
        public Collector link(String name, String value, Target target) {
            added = true;
            open.add(fact(name, value, Tone.PLAIN, Optional.of(target)));
            return this;
        }

        /// Sets the filter fields of the last fact.
        ///
        /// @param place which of their values it is, from 0
        public Collector by(int place, String... fields) {
            if (added) {
                open.add(open.removeLast().by(place, List.of(fields)));
            }
            return this;
        }

        /// Sets how the last fact came about.
        public Collector explained(List<Explanation> explanations) {
            if (added) {
                Fact last = open.removeLast();
                open.add(new Fact(last.name(), last.value(), last.tone(), last.target(), last.fields(), last.place(),
                        explanations));
            }
            return this;
        }

        /// Sets the filter field whose value is the last fact, as shown.
        public Collector filteredAs(String field) {
            return by(Fact.AS_TOLD, field);
        }

        /// All that was collected.
        public Facts facts(String title) {
            close();
            return new Facts(title, sections);
        }

        private Collector add(String name, String value, Tone tone) {
            added = !value.isBlank();
            if (added) {
                open.add(fact(name, value, tone, Optional.empty()));
            }
            return this;
        }

        private static Fact fact(String name, String value, Tone tone, Optional<Target> target) {
            return new Fact(name, FactText.visible(value), tone, target, List.of(), 0, List.of());
        }

        private void close() {
            if (!open.isEmpty()) {
                sections.add(new Section(openTitle, open, isDetail));
                open = new ArrayList<>();
            }
        }
    }
}
