package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.page.Markup;
import org.sipsleuth.text.ShellWord;

/// All that somebody else needs to get the same result: inputs, models, settings, version, command.
final class MethodSection {

    private static final int FILES_IN_COMMAND = 20;

    private final InvestigationReport report;
    private final Investigation investigation;
    private final Sheet sheet;
    private final Markup page;
    private final ReportText text;
    private final EvidenceText evidence;

    MethodSection(InvestigationReport report, Sheet sheet, EvidenceText evidence) {
        this.report = report;
        this.investigation = report.investigation();
        this.sheet = sheet;
        this.page = sheet.page();
        this.text = sheet.text();
        this.evidence = evidence;
    }

    void write() throws IOException {
        sheet.paragraph(text.text("methods.intro"));
        Optional<CaseFacts> ofCase = report.facts().ofCase();
        sheet.paragraph(ofCase.isPresent()
                ? text.text("methods.repeat.case", report.facts().toolVersion(), ofCase.get().name(), ofCase.get().id())
                : text.text("methods.repeat", report.facts().toolVersion()));
        sheet.part("report/command", () -> page.begin("p", "class", "command").text(command()).end());
        sheet.part("report/inputs", this::inputs);
        if (ofCase.isPresent()) {
            sheet.part("report/used", () -> used(ofCase.get()));
        }
        sheet.part("report/models", this::models);
        sheet.part("report/fits", this::fits);
        sheet.part("report/methods", this::described);
    }

    /// The command that makes this report.
    private String command() {
        List<String> words = new ArrayList<>(List.of("sipsleuth"));
        if (report.facts().ofCase().isPresent()) {
            words.addAll(List.of("case", "report", "CASE"));
        } else {
            words.add("analyze");
            addFiles(words);
        }
        report.facts().options().stream().map(ShellWord::of).forEach(words::add);
        if (report.settings().language() != ReportLanguage.ENGLISH) {
            words.addAll(List.of("--language", report.settings().language().tag()));
        }
        if (report.settings().sections().size() < ReportSection.values().length) {
            words.add("--sections");
            words.add(report.settings()
                    .sections()
                    .stream()
                    .sorted()
                    .map(ReportSection::word)
                    .collect(Collectors.joining(",")));
        }
        words.addAll(List.of("-o", "report.html"));
        return String.join(" ", words);
    }

    private void addFiles(List<String> words) {
        int files = investigation.index().files().size();
        for (int i = 0; i < Math.min(files, FILES_IN_COMMAND); i++) {
            words.add(ShellWord.ofFile(evidence.file(i)));
        }
        if (files > FILES_IN_COMMAND) {
            words.add("…");
        }
    }

    /// The models, tables and rates that are in the case.
    private void used(CaseFacts ofCase) throws IOException {
        page.element("h3", text.text("methods.attached"));
        if (ofCase.used().isEmpty()) {
            sheet.paragraph(text.text("methods.attached.none"));
            return;
        }
        sheet.table(new Sheet.Column("column.attached", 12), new Sheet.Column("column.file", 88));
        for (Attachment each : ofCase.used()) {
            sheet.row(() -> {
                page.element("td", text.text("attached." + each.kind()));
                sheet.cell(() -> {
                    page.element("div", each.name());
                    page.element("div", text.text("methods.sha", each.sha256()), "class", "hash");
                });
            });
        }
        sheet.endTable();
    }

    private void inputs() throws IOException {
        page.element("h3", text.text("methods.inputs"));
        sheet.table(new Sheet.Column("column.file", 61), new Sheet.Column("column.frames.count", 12),
                new Sheet.Column("column.messages", 15), new Sheet.Column("column.dialogs", 12));
        List<CaptureSummary> files = investigation.index().files();
        for (int i = 0; i < files.size(); i++) {
            CaptureSummary file = files.get(i);
            String name = evidence.file(i);
            String digest = i < report.facts().digests().size() ? report.facts().digests().get(i) : "";
            sheet.row(() -> {
                sheet.cell(() -> {
                    page.element("div", name);
                    page.element("div",
                            digest.isEmpty() ? text.text("methods.no.digest") : text.text("methods.sha", digest),
                            "class", "hash");
                    page.element("div", format(file), "class", "minor");
                    if (file.frames() > 0) {
                        page.element("div", text.period(file.firstNanos(), file.lastNanos()), "class", "minor");
                    }
                });
                page.element("td", text.text("number", file.frames()));
                page.element("td", text.text("number", file.messages()));
                page.element("td", text.text("number", file.dialogs()));
            });
        }
        sheet.endTable();
    }

    private static String format(CaptureSummary file) {
        return HumanText.size(file.bytes()) + ", " + file.format().text()
                + (file.linkTypes().isEmpty() ? "" : ", " + String.join(", ", file.linkTypes()));
    }

    private void models() throws IOException {
        if (investigation.origins().isEmpty()) {
            return;
        }
        page.element("h3", text.text("methods.models"));
        sheet.table(new Sheet.Column("column.method", 12), new Sheet.Column("column.model", 60),
                new Sheet.Column("column.trained", 28));
        for (Origin origin : investigation.origins()) {
            ModelIdentity model = origin.model();
            boolean isTrained = report.methods().named(origin.detector()).map(Method::isTrained).orElse(true);
            sheet.row(() -> {
                page.element("td", origin.detector());
                sheet.cell(() -> {
                    page.element("div", model.name());
                    page.element("div", text.text("methods.sha", model.sha256()), "class", "hash");
                });
                sheet.cell(() -> {
                    sheet.english(model.trainingSet());
                    if (isTrained) {
                        page.element("div", text.text("methods.trained", text.count(model.trainedDialogs(), "dialog"),
                                Long.toString(model.seed())), "class", "minor");
                    }
                });
            });
        }
        sheet.endTable();
    }

    private void fits() throws IOException {
        if (investigation.fits().isEmpty()) {
            return;
        }
        page.element("h3", text.text("methods.fit"));
        page.begin("ul");
        for (ModelFit fit : investigation.fits()) {
            page.element("li", fit(fit));
        }
        page.end();
    }

    private String fit(ModelFit fit) {
        if (fit.dialogs() == 0) {
            return text.text("fit.none", fit.origin().model().name());
        }
        String key = fit.fits() ? "fit.fits" : fit.fitsAny() ? "fit.misfit.some" : "fit.misfit";
        return text.text(key, fit.origin().model().name(), fit.unknown(), text.count(fit.dialogs(), "dialog"),
                text.percent(fit.observed()), text.percent(fit.expected()), fit.judgedUnknown(), fit.judgedDialogs(),
                fit.misfits().size(), fit.networks().size(), text.files(fit.misfitFiles(investigation.index())));
    }

    private void described() throws IOException {
        page.element("h3", text.text("methods.described"));
        page.begin("dl");
        for (Origin origin : investigation.origins()) {
            Method method = report.methods().named(origin.detector()).orElse(null);
            if (method != null) {
                page.element("dt", method.name());
                page.begin("dd");
                page.prose(text.in(method.sentence()));
                page.end();
            }
        }
        page.end();
    }
}
