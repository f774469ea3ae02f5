package org.wellmet.vocabulary;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Names of cities that people write in French, German or in the city's own language. The list of cities
/// gives dozens of other names for each without their language; only these are kept.
final class Exonyms {
    static final Set<String> NAMES = """
            Londres, Édimbourg, Cantorbéry, Douvres, Dublin, Bruxelles, Anvers, Gand, Bruges, Liège, Louvain, Malines, Namur, La Haye,
            Brüssel, Brussel, Antwerpen, Gent, Amsterdam, Rotterdam, Den Haag, Luxembourg, Luxemburg, Berlin, Hambourg, Munich, München,
            Cologne, Köln, Francfort, Francfort-sur-le-Main, Frankfurt, Nuremberg, Nürnberg, Dresde, Hanovre, Brême, Ratisbonne, Aix-la-Chapelle,
            Aachen, Mayence, Mainz, Trèves, Fribourg-en-Brisgau, Sarrebruck, Düsseldorf, Brunswick, Vienne, Wien, Salzbourg, Genève, Geneva,
            Genf, Bâle, Basel, Zurich, Zürich, Berne, Bern, Lucerne, Luzern, Soleure, Saint-Gall, Fribourg, Rome, Roma, Milan, Milano, Turin,
            Torino, Florence, Firenze, Florenz, Venise, Venezia, Venedig, Naples, Napoli, Gênes, Genova, Bologne, Bologna, Padoue, Padova, Vérone,
            Pise, Sienne, Syracuse, Palerme, Bergame, Mantoue, Trieste, Madrid, Barcelone, Barcelona, Séville, Sevilla, Grenade, Cordoue,
            Valence, Saragosse, Zaragoza, Cadix, Salamanque, La Corogne, Saint-Jacques-de-Compostelle, Bilbao, Lisbonne, Lisboa, Lissabon,
            Porto, Copenhague, København, Kopenhagen, Stockholm, Göteborg, Gothenburg, Malmö, Oslo, Helsinki, Helsingfors, Reykjavik, Varsovie,
            Warszawa, Warschau, Cracovie, Kraków, Krakau, Gdańsk, Danzig, Wrocław, Breslau, Poznań, Łódź, Prague, Praha, Prag, Brno, Bratislava,
            Presbourg, Budapest, Bucarest, București, Bukarest, Sofia, Belgrade, Beograd, Belgrad, Zagreb, Ljubljana, Athènes, Athína, Athen,
            Thessalonique, Le Pirée, Nicosie, La Valette, Moscou, Moskva, Moskau, Saint-Pétersbourg, Sankt Petersburg, Kiev, Kyiv, Kyïv, Odessa, Odesa,
            Lviv, Lemberg, Kharkiv, Kharkov, Minsk, Vilnius, Riga, Tallinn, Istanbul, Constantinople, Ankara, Smyrne, İzmir, Le Caire, Al Qāhirah,
            Alexandrie, Alger, Oran, Tunis, Rabat, Casablanca, Fès, Marrakech, Tanger, Tripoli, Jérusalem, Tel Aviv, Beyrouth, Damas, Alep,
            Bagdad, Téhéran, Riyad, La Mecque, Médine, Djeddah, Doha, Koweït, Abou Dabi, Dubaï, Mascate, Kaboul, Karachi, New Delhi, Bombay, Calcutta,
            Madras, Bangalore, Pékin, Peking, Shanghaï, Canton, Hong Kong, Tokyo, Tokio, Kyoto, Séoul, Singapour, Singapur, Djakarta, Manille, Hanoï,
            Saïgon, Saigon, Bangkok, Katmandou, Rangoon, La Nouvelle-Orléans, Philadelphie, Québec, Quebec City, Montréal, Mexico, México,
            Ciudad de México, La Havane, La Habana, Saint-Domingue, Guatemala, Bogotá, Caracas, Quito, Lima, Santiago du Chili, Buenos Aires,
            Montevideo, Assomption, São Paulo, Rio de Janeiro, Le Cap, Kapstadt, Johannesbourg, Nairobi, Addis-Abeba, Khartoum, Mogadiscio,
            Bâle, Strasbourg, Straßburg, Dunkerque, Dunkirk, Lyon, Lyons, Marseille, Marseilles, Nice, Nizza, Reims, Rheims
            """.lines()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    private Exonyms() {}
}
