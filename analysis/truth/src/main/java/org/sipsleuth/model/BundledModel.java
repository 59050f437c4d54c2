package org.sipsleuth.model;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A model that the program ships: read when it is first asked for, shared from then on.
public final class BundledModel {

    private final Class<?> method;
    private final String resource;
    private @Nullable ModelFile model;

    /// @param method the class beside which the model lies
    /// @param resource the name of its file
    public BundledModel(Class<?> method, String resource) {
        this.method = method;
        this.resource = resource;
    }

    /// Whether the program ships it; it does not while its models are being made.
    public boolean isThere() {
        return method.getResource(resource) != null;
    }

    /// The model.
    ///
    /// @throws IOException if the program is damaged
    public synchronized ModelFile open() throws IOException {
        ModelFile known = model;
        if (known == null) {
            known = read();
            model = known;
        }
        return known;
    }

    private ModelFile read() throws IOException {
        try (InputStream shipped = method.getResourceAsStream(resource)) {
            if (shipped == null) {
                throw new IOException("The bundled model is missing: " + resource);
            }
            return ModelFile.read(shipped);
        }
    }
}
