package org.wellmet.web;

/// Somewhere that the frame offers to go. Features declare theirs as beans, so that no page links to what is not there.
///
/// `icon` is the name of a symbol in `frame/icons.jte` without `i-`; menus and footers show none.
public record Place(Where where, int order, String address, Text label, String icon) {
    /// Which part of the frame.
    public enum Where {
        /// The rail, or the bar under the thumb: for members.
        MAIN,
        /// An icon in the top bar: for members.
        BAR,
        /// The menu under one's own name, a link.
        MENU,
        /// The menu under one's own name, a button that posts to the address.
        MENU_POST,
        /// The top bar of anonymous visitors.
        GUEST,
        /// The page of one's network and the side of the home page: for members.
        NETWORK,
        /// A card beside one's network and the home page, for members: its address gives the inside, and is asked for
        /// when the page is there already. Without script the card is a link.
        CARD,
        /// The tabs of the settings pages.
        SETTINGS,
        /// The tabs of the operator's pages.
        RUNNING,
        /// The line at the foot.
        FOOT,
        /// The menu under one's own name, for operators only.
        OPERATOR
    }

    /// A place without an icon.
    public static Place link(Where where, int order, String address, Text label) {
        return new Place(where, order, address, label, "");
    }
}
