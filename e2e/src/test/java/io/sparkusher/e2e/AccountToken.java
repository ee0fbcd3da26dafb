package io.sparkusher.e2e;

import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * What a pod knows of its account.
 *
 * @param authority the file with the certificate that the API server is to be trusted by
 */
public record AccountToken(URL server, String namespace, String token, Path authority) {
    /** Whoever runs the tests may do more than any account: what they have is not to be looked at. */
    static final String NO_KUBECONFIG = "-Dkubernetes.auth.tryKubeConfig=false";

    /** Asks for a token of an account that exists. */
    public static AccountToken of(KubernetesClient admin, String namespace, String account, Path folder)
            throws IOException {
        TokenRequest request = new TokenRequestBuilder().withNewSpec().endSpec().build();
        String token = admin.serviceAccounts()
                .inNamespace(namespace)
                .withName(account)
                .tokenRequest(request)
                .getStatus()
                .getToken();
        return new AccountToken(admin.getMasterUrl(), namespace, token, authority(admin, folder));
    }

    private static Path authority(KubernetesClient admin, Path folder) throws IOException {
        Config config = admin.getConfiguration();
        if (config.getCaCertFile() != null) {
            return Path.of(config.getCaCertFile());
        }
        Path file = folder.resolve("cluster-ca.crt");
        return Files.write(file, Base64.getDecoder().decode(config.getCaCertData()));
    }

    /** A client that may do what the account may, and nothing more. */
    public KubernetesClient client() {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(server.toString())
                .withOauthToken(token)
                .withCaCertFile(authority.toString())
                .withNamespace(namespace)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    /** What makes a client in another JVM that same one. */
    public List<String> systemProperties() {
        return List.of(
                NO_KUBECONFIG,
                "-Dkubernetes.master=" + server,
                "-Dkubernetes.auth.token=" + token,
                "-Dkubernetes.certs.ca.file=" + authority);
    }

    /** What Spark is told where its driver runs as the account: in client mode, and where it is a pod itself. */
    List<String> sparkConf() {
        return List.of(
                "--conf=spark.kubernetes.driver.master=" + server,
                "--conf=spark.kubernetes.authenticate.oauthToken=" + token,
                "--conf=spark.kubernetes.authenticate.caCertFile=" + authority,
                "--conf=spark.kubernetes.authenticate.driver.mounted.oauthToken=" + token,
                "--conf=spark.kubernetes.authenticate.driver.mounted.caCertFile=" + authority);
    }
}
