package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.document.DecisionDocument;
import org.sipsleuth.report.page.Markup;

/// What could not be decoded, and what could not be judged.
final class CaptureSection {

    private static final int REASONS = 30;
    private static final int DEFECTS = 20;
    private static final int EXAMPLES = 3;

    private final Investigation investigation;
    private final Sheet sheet;
    private final Markup page;
    private final ReportText text;
    private final EvidenceText evidence;

    /// Whether analysts judged dialogs, so that what models could not judge is no gap of its own.
    private final boolean isDecided;

    CaptureSection(InvestigationReport report, Sheet sheet, EvidenceText evidence) {
        this.investigation = report.investigation();
        this.sheet = sheet;
        this.page = sheet.page();
        this.text = sheet.text();
        this.evidence = evidence;
        this.isDecided = DecisionDocument.hasDialogs(report.record().verdicts());
    }

    void write() throws IOException {
        List<CaptureSummary> files = investigation.index().files();
        for (int i = 0; i < files.size(); i++) {
            int file = i;
            sheet.part("report/capture", () -> write(files.get(file), evidence.file(file)));
        }
        if (!investigation.faults().isEmpty()) {
            page.element("h3", text.text("failed"));
            sheet.items("ul", investigation.faults().stream().map(text::fault).toList());
        }
        if (!investigation.notSeen().isEmpty()) {
            page.element("h3", text.text(isDecided ? "not.judged.methods" : "not.judged"));
            sheet.items("ul", investigation.notSeen().stream().map(sheet.text()::in).toList());
        }
    }

    private void write(CaptureSummary file, String name) throws IOException {
        page.element("h3", name);
        unread(file);
        List<String> remarks = remarks(file);
        if (!remarks.isEmpty()) {
            page.begin("ul");
            for (String remark : remarks) {
                page.element("li", remark);
            }
            page.end();
        }
        defects(file);
    }

    private void unread(CaptureSummary file) throws IOException {
        if (file.unread().isEmpty()) {
            sheet.paragraph(text.text("unread.none"));
            return;
        }
        sheet.paragraph(text.text("unread.intro", text.count(EvidenceText.unread(file), "frame"),
                text.count(file.frames(), "frame")));
        sheet.table(new Sheet.Column("column.reason", 44), new Sheet.Column("column.frames.count", 14),
                new Sheet.Column("column.loss", 22), new Sheet.Column("column.examples", 20));
        for (UnreadFrames unread : file.unread().stream().limit(REASONS).toList()) {
            sheet.row(() -> {
                sheet.cell(() -> sheet.english(unread.reason()));
                page.element("td", text.text("number", unread.frames()));
                page.element("td", text.text("loss." + unread.loss().name()));
                page.element("td", evidence.first(frames(file, unread.examples()), EXAMPLES, ", "));
            });
        }
        sheet.endTable();
        if (file.unread().size() > REASONS) {
            sheet.remark(text.text("unread.left", file.unread().size() - REASONS));
        }
    }

    private static List<String> frames(CaptureSummary file, List<FrameNumber> examples) {
        return examples.stream().limit(EXAMPLES).map(frame -> file.frameText(frame.frame())).toList();
    }

    private List<String> remarks(CaptureSummary file) {
        List<String> remarks = new ArrayList<>();
        if (file.log().isPresent()) {
            file.notes().comments().forEach(comment -> remarks.add(comment.text()));
        }
        if (file.gaps().gaps() > 0) {
            remarks.add(text.text("remark.gaps", file.gaps().bytes(), file.gaps().gaps()));
        }
        if (file.notes().dropped() > 0) {
            remarks.add(text.text("remark.dropped", file.notes().dropped()));
        }
        if (file.notes().discarded() > 0) {
            remarks.add(text.text("remark.discarded", file.notes().discarded()));
        }
        if (file.notes().snapped() > 0) {
            remarks.add(text.text("remark.snapped", text.count(file.notes().snapped(), "frame")));
        }
        if (file.repeatedFrames() > 0) {
            remarks.add(text.text("remark.repeated", text.count(file.repeatedFrames(), "frame")));
        }
        if (file.damage().isPresent()) {
            Damage damage = file.damage().get();
            remarks.add(text.text("remark.damage", damage.offset(), damage.what()));
        }
        return remarks;
    }

    private void defects(CaptureSummary file) throws IOException {
        if (file.defects().isEmpty()) {
            return;
        }
        sheet.heading("defects");
        sheet.table(new Sheet.Column("column.defect", 80), new Sheet.Column("column.messages", 20));
        for (Map.Entry<String, Long> defect : file.defects().entrySet().stream().limit(DEFECTS).toList()) {
            sheet.row(() -> {
                sheet.cell(() -> sheet.english(defect.getKey()));
                page.element("td", text.text("number", defect.getValue()));
            });
        }
        sheet.endTable();
        if (file.defects().size() > DEFECTS) {
            sheet.remark(text.text("unread.left", file.defects().size() - DEFECTS));
        }
    }
}
