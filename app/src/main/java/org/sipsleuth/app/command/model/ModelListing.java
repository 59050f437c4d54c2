package org.sipsleuth.app.command.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.app.command.input.ModelFiles;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Json;
import org.sipsleuth.report.rows.RowWriter;

/// A record per model, for other programs. The names of its keys are a contract.
public final class ModelListing {

    private static final String FORMAT = "model";

    private final List<NamedModel> models;

    private ModelListing(List<NamedModel> models) {
        this.models = List.copyOf(models);
    }

    /// Those of these files that can be read; what is wrong with the others is said.
    public static ModelListing read(List<String> names, ModelFiles files) {
        List<NamedModel> models = new ArrayList<>();
        for (String name : names) {
            files.read(name).ifPresent(model -> models.add(new NamedModel(name, model)));
        }
        return new ModelListing(models);
    }

    /// How many there are.
    public int size() {
        return models.size();
    }

    /// All of them.
    public List<NamedModel> models() {
        return models;
    }

    /// Writes a row for each, with what it has in common with a capture.
    public void writeRows(List<Column> columns, RowWriter writer) throws IOException {
        for (NamedModel named : models) {
            ModelFile model = named.model();
            writer.row(columns.stream().map(column -> switch (column.name()) {
                case "file" -> named.file();
                case "sha256" -> model.sha256();
                case "format" -> FORMAT;
                case "bytes" -> Long.toString(model.bytes());
                default -> "";
            }).toArray(String[]::new));
        }
    }

    /// Writes an object for each, with all its facts.
    public void writeJson(JsonGenerator json, Json.Part after) throws IOException {
        for (NamedModel named : models) {
            json.writeStartObject();
            json.writeFieldName("file");
            Json.cell(json, Column.Kind.TEXT, named.file());
            json.writeStringField("sha256", named.model().sha256());
            json.writeStringField("format", FORMAT);
            json.writeNumberField("bytes", named.model().bytes());
            json.writeFieldName("model");
            named.model().facts().writeTo(json);
            json.writeEndObject();
            after.write(json);
        }
    }
}
