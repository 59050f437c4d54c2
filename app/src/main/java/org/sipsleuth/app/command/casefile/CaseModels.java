package org.sipsleuth.app.command.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.input.ModelDetectors;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.pipeline.Methods;

/// The models, belief tables and rates that are attached to a case.
///
/// @param models the attached ones, and one for each file of tables
/// @param rates the rate table that was added last
/// @param ratesName its file name
/// @param used all of these, by kind and name
public record CaseModels(List<ModelFile> models, Optional<RateTable> rates, String ratesName, List<Attachment> used) {

    public CaseModels {
        models = List.copyOf(models);
        used = List.copyOf(used);
    }

    /// Reads them; nothing, and the reason on standard error, if one of them cannot be used: an
    /// analysis without it would not be the one of the case.
    public static Optional<CaseModels> read(CaseFile opened, Terminal terminal) throws IOException {
        List<ModelFile> models = new ArrayList<>();
        List<Attachment> used = new ArrayList<>();
        List<Attachment> rates = new ArrayList<>();
        for (Attachment each : opened.attachments()) {
            try {
                switch (each.kind()) {
                    case MODEL -> models.add(ModelFile.read(opened.content(each)));
                    case TABLE -> models.add(Methods.ofTables(each.name(), opened.content(each)));
                    case RATES -> rates.add(each);
                    case SETTINGS, LAYOUT, OTHER -> {
                        continue;
                    }
                }
            } catch (IOException unusable) {
                return refused(each, unusable, terminal);
            }
            if (each.kind() != Attachment.Kind.RATES) {
                used.add(each);
            }
        }
        Optional<Attachment> last =
                rates.stream().max(Comparator.comparing(Attachment::added).thenComparing(Attachment::name));
        if (last.isEmpty()) {
            return Optional.of(new CaseModels(models, Optional.empty(), "", used));
        }
        Attachment table = last.get();
        if (rates.size() > 1) {
            terminal.report("the case has several rate tables; the one added last is used: " + table.name());
        }
        used.add(table);
        try {
            RateTable read = RateTable.read(new ByteArrayInputStream(opened.content(table)));
            return Optional.of(new CaseModels(models, Optional.of(read), table.name(), used));
        } catch (IOException unusable) {
            return refused(table, unusable, terminal);
        }
    }

    private static Optional<CaseModels> refused(Attachment attachment, IOException reason, Terminal terminal) {
        terminal.report("%s %s of the case: not usable: %s".formatted(attachment.kind(), attachment.name(),
                reason.getMessage()));
        return Optional.empty();
    }

    /// Their detectors; those of the bundled models where the case has none. Nothing, and the
    /// reason on standard error, if one of them cannot be had.
    ///
    /// @param methods with what the user knows of hosts
    public Optional<List<Detector>> detectors(Methods methods, Terminal terminal) throws IOException {
        ModelDetectors.Numbers numbers =
                rates.isEmpty() ? model -> model : model -> Methods.withRates(model, ratesName, rates.get());
        return new ModelDetectors(terminal, methods).of(models.isEmpty() ? methods.shipped() : models, numbers);
    }
}
