package org.sipsleuth.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.sentence.Sentence;

/// Why something was found, beyond its measures, as titled lists. Readers need not know the method.
///
/// @param sections in the order they are read
/// @param explanations how the measures came about, and other numbers of the finding
public record Rationale(List<Section> sections, List<Explanation> explanations) {

    /// Nothing beyond the measures.
    public static final Rationale NONE = new Rationale(List.of(), List.of());

    /// Takes copies.
    public Rationale {
        sections = List.copyOf(sections);
        explanations = List.copyOf(explanations);
    }

    /// The same with more explanations.
    public Rationale explained(List<Explanation> more) {
        Builder lines = new Builder();
        lines.sections.addAll(sections);
        lines.explanations.addAll(explanations);
        more.forEach(lines::explained);
        return lines.build();
    }

    /// How a measure came about.
    public Optional<Explanation> explanation(Measurement measure) {
        return explanations.stream().filter(each -> each.name().equals(measure.statistic())).findFirst();
    }

    /// Lines that belong together.
    ///
    /// @param isDetail whether it is hidden until somebody asks for details
    public record Section(Sentence title, boolean isDetail, List<Line> lines) {

        /// Takes a copy.
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /// One measurement, term or message of a sequence.
    ///
    /// @param name what it is; may say nothing
    /// @param text its value
    /// @param isDecisive whether it is what makes the finding
    /// @param evidence the messages it rests on, if it rests on some
    public record Line(Sentence name, Sentence text, boolean isDecisive, Optional<Evidence> evidence) {}

    /// Collects the lines of sections in order.
    public static final class Builder {

        private final List<Section> sections = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Explanation> explanations = new ArrayList<>();
        private Sentence title = Sentence.none();
        private boolean isDetail;

        /// Begins a section.
        public Builder section(Sentence name) {
            return begin(name, false);
        }

        /// Begins a section that is hidden until somebody asks for details.
        public Builder detail(Sentence name) {
            return begin(name, true);
        }

        private Builder begin(Sentence name, boolean isHidden) {
            end();
            title = name;
            isDetail = isHidden;
            return this;
        }

        private void end() {
            if (!lines.isEmpty()) {
                sections.add(new Section(title, isDetail, lines));
                lines.clear();
            }
        }

        /// Adds a line.
        public Builder line(Sentence name, Sentence text) {
            lines.add(new Line(name, text, false, Optional.empty()));
            return this;
        }

        /// Adds the line that makes the finding.
        public Builder decisive(Sentence name, Sentence text) {
            lines.add(new Line(name, text, true, Optional.empty()));
            return this;
        }

        /// Adds a line that rests on messages.
        public Builder cited(Sentence name, Sentence text, Evidence evidence) {
            lines.add(new Line(name, text, false, Optional.of(evidence)));
            return this;
        }

        /// Adds how a number came about, as a section that is hidden until somebody asks for
        /// details.
        public Builder explained(Explanation explanation) {
            detail(explanation.name());
            lines.addAll(explanation.lines());
            explanations.add(explanation);
            return this;
        }

        /// All of it.
        public Rationale build() {
            end();
            return new Rationale(sections, explanations);
        }
    }
}
