package org.sipsleuth.filter.catalog;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldCatalog;

/// The catalog of the fields that every capture has.
public final class KnownFields {

    private KnownFields() {}

    /// All of them. Header fields are found by any name: `sip.<Name>`, long or compact, in any
    /// case.
    public static FieldCatalog catalog() {
        List<Field> fields = new ArrayList<>();
        fields.addAll(MessageFields.fields());
        fields.addAll(AddressFields.fields());
        fields.addAll(ViaFields.fields());
        fields.addAll(ParameterFields.fields());
        fields.addAll(HeaderFields.fields());
        fields.addAll(DialogFields.fields());
        fields.addAll(NetworkFields.fields());
        fields.addAll(FrameFields.fields());
        fields.addAll(SdpFields.fields());
        return new FieldCatalog(fields, new OpenNames(fields)::find);
    }
}
