package org.sipsleuth.report.document;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.sentence.Sentence;

/// What is shown of something, in the order in which it is read. Its words have no language yet.
///
/// @param facts what is known of it at a glance
/// @param sections one for each topic that there is something to state about
public record Document(Sentence title, List<Fact> facts, List<Section> sections) {

    /// Takes copies.
    public Document {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /// A fact by its name, if it is known.
    public Optional<Fact> fact(Fact.Name name) {
        return facts.stream().filter(fact -> fact.name() == name).findFirst();
    }

    /// What stands below a heading; nothing where there is nothing to state.
    public List<Block> about(Topic topic) {
        return sections.stream()
                .filter(section -> section.topic() == topic)
                .flatMap(section -> section.blocks().stream())
                .toList();
    }
}
