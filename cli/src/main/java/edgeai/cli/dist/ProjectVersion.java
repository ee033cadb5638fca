package edgeai.cli.dist;

import edgeai.cli.console.CommandRefusal;
import java.io.IOException;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What Maven calls the version of a checkout. */
final class ProjectVersion {
  private ProjectVersion() {}

  static String of(Path pom) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      NodeList children =
          factory
              .newDocumentBuilder()
              .parse(pom.toUri().toString())
              .getDocumentElement()
              .getChildNodes();
      for (int i = 0; i < children.getLength(); i++) {
        Node child = children.item(i);
        if (child.getNodeName().equals("version")) {
          return child.getTextContent().strip();
        }
      }
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new CommandRefusal("%s cannot be read".formatted(pom), e);
    }
    throw new CommandRefusal(pom + " names no version");
  }
}
