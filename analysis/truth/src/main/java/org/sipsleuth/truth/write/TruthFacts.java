package org.sipsleuth.truth.write;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.truth.BaselineFacts;
import org.sipsleuth.truth.CaptureFacts;
import org.sipsleuth.truth.TruthHead;

/// Writes the head of a ground-truth file: the scenario, and the capture it belongs to.
final class TruthFacts {

    private TruthFacts() {}

    static void write(JsonGenerator json, Played played, CaptureFacts capture, Optional<BaselineFacts> baseline)
            throws IOException {
        json.writeStringField("schema", TruthHead.SCHEMA);
        json.writeStringField("scenario", played.scenario());
        if (played.seed().isPresent()) {
            json.writeNumberField("seed", played.seed().getAsLong());
        }
        json.writeObjectFieldStart("settings");
        for (Setting setting : played.known()) {
            String name = setting.name();
            json.writeFieldName(name);
            switch (setting.kind()) {
                case Setting.Whole _ -> json.writeNumber(played.settings().whole(name));
                case Setting.Real _ -> json.writeNumber(played.settings().real(name));
                case Setting.Choice _,Setting.Text _ -> json.writeString(played.settings().text(name));
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("capture");
        json.writeStringField("sha256", capture.sha256());
        json.writeNumberField("bytes", capture.bytes());
        json.writeNumberField("frames", capture.frames());
        json.writeNumberField("messages", capture.messages());
        json.writeNumberField("dialogs", capture.dialogs());
        json.writeEndObject();
        if (baseline.isPresent()) {
            json.writeObjectFieldStart("baseline");
            json.writeStringField("file", baseline.get().file());
            json.writeStringField("sha256", baseline.get().sha256());
            json.writeNumberField("frames", baseline.get().frames());
            json.writeEndObject();
        }
    }
}
