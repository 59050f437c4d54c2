package org.sipsleuth.report.document;

import static org.sipsleuth.report.document.DocumentTexts.TEXTS;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.sentence.Sentence;

/// The reasons of findings beyond their measures.
///
/// @param places names the frames that a reason rests on
public record Reasons(Places places) {

    private static final int MOST_ROWS = 12;
    private static final int MOST_FRAMES = 6;

    /// Those of the first findings that have some; nothing where none has.
    ///
    /// @param most so many findings
    public List<Block> of(List<Finding> findings, int most) {
        List<Block> blocks = new ArrayList<>();
        int shown = 0;
        int seen = 0;
        while (seen < findings.size() && shown < most) {
            Finding finding = findings.get(seen++);
            List<Rationale.Section> sections =
                    finding.rationale().get().sections().stream().filter(section -> !section.isDetail()).toList();
            sections.forEach(section -> add(blocks, finding.statement().title(), section));
            shown += sections.isEmpty() ? 0 : 1;
        }
        if (shown > 0 && seen < findings.size()) {
            blocks.add(new Block.Remark(
                    TEXTS.sentence("reasons.left", DocumentTexts.counted(findings.size() - seen, "finding"))));
        }
        return blocks;
    }

    private void add(List<Block> blocks, Sentence title, Rationale.Section section) {
        blocks.add(new Block.Title(Sentence.row(title, Sentence.term(" – "), section.title())));
        blocks.add(new Block.Facts(section.lines().stream().limit(MOST_ROWS).map(this::fact).toList()));
        int left = section.lines().size() - MOST_ROWS;
        if (left > 0) {
            blocks.add(new Block.Remark(TEXTS.sentence("reasons.rows", Sentence.count(left))));
        }
    }

    private Fact fact(Rationale.Line line) {
        List<Sentence> frames = line.evidence().map(evidence -> places.frames(evidence, MOST_FRAMES)).orElse(List.of());
        return new Fact(Fact.Name.REASON, line.name(), List.of(line.text()), Sentence.Punctuation.COMMA, 0, frames);
    }
}
