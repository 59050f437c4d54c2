package org.sipsleuth.simulate.message;

/// What From and To hold.
///
/// @param display the display name, or empty
/// @param uri `sip:alice@example.com`
/// @param tag the tag, or empty
public record NameAddress(String display, String uri, String tag) {

    /// Without a tag.
    public NameAddress(String display, String uri) {
        this(display, uri, "");
    }

    /// The user part of a URI, or empty.
    public static String userOf(String uri) {
        int at = uri.indexOf('@');
        return at < 0 ? "" : uri.substring(uri.indexOf(':') + 1, at);
    }

    /// The user part of its URI, or empty.
    public String user() {
        return userOf(uri);
    }

    /// The same with a tag.
    public NameAddress tagged(String itsTag) {
        return new NameAddress(display, uri, itsTag);
    }

    /// The same with another URI.
    public NameAddress at(String itsUri) {
        return new NameAddress(display, itsUri, tag);
    }
}
