package io.sparkusher.policies.kubernetes;

import static io.sparkusher.policies.kubernetes.FieldRule.choice;
import static io.sparkusher.policies.kubernetes.FieldRule.oneOf;
import static io.sparkusher.policies.kubernetes.FieldRule.pathWithin;
import static io.sparkusher.policies.kubernetes.FieldRule.range;
import static io.sparkusher.policies.kubernetes.FieldRule.required;
import static java.util.Map.entry;

import io.fabric8.kubernetes.api.model.AWSElasticBlockStoreVolumeSource;
import io.fabric8.kubernetes.api.model.AzureDiskVolumeSource;
import io.fabric8.kubernetes.api.model.AzureFileVolumeSource;
import io.fabric8.kubernetes.api.model.CSIVolumeSource;
import io.fabric8.kubernetes.api.model.CephFSVolumeSource;
import io.fabric8.kubernetes.api.model.CinderVolumeSource;
import io.fabric8.kubernetes.api.model.ConfigMapProjection;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeSource;
import io.fabric8.kubernetes.api.model.EphemeralVolumeSource;
import io.fabric8.kubernetes.api.model.FlexVolumeSource;
import io.fabric8.kubernetes.api.model.GCEPersistentDiskVolumeSource;
import io.fabric8.kubernetes.api.model.GitRepoVolumeSource;
import io.fabric8.kubernetes.api.model.GlusterfsVolumeSource;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.ISCSIVolumeSource;
import io.fabric8.kubernetes.api.model.ImageVolumeSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.NFSVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimTemplate;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.PhotonPersistentDiskVolumeSource;
import io.fabric8.kubernetes.api.model.PortworxVolumeSource;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.QuobyteVolumeSource;
import io.fabric8.kubernetes.api.model.RBDVolumeSource;
import io.fabric8.kubernetes.api.model.ScaleIOVolumeSource;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.VsphereVirtualDiskVolumeSource;
import java.util.List;
import java.util.Map;

/** What the API server demands of the sources of volumes. */
final class VolumeRules {
    private static final long HIGHEST_MODE = 0777;
    private static final long HIGHEST_LUN = 255;
    private static final FieldRule DEFAULT_MODE = range("defaultMode", 0, HIGHEST_MODE);
    private static final FieldRule MODE = range("mode", 0, HIGHEST_MODE);
    private static final FieldRule PARTITION = range("partition", 0, 255);

    /** Kubernetes asks for ten minutes and 2^32 seconds. */
    private static final FieldRule EXPIRATION = range("expirationSeconds", 600, 1L << 32);

    static final Map<Class<?>, List<FieldRule>> BY_TYPE = Map.ofEntries(
            entry(
                    HostPathVolumeSource.class,
                    List.of(
                            required("path"),
                            choice(
                                    "type",
                                    "DirectoryOrCreate",
                                    "Directory",
                                    "FileOrCreate",
                                    "File",
                                    "Socket",
                                    "CharDevice",
                                    "BlockDevice"))),
            entry(PersistentVolumeClaimVolumeSource.class, List.of(required("claimName"))),
            entry(EphemeralVolumeSource.class, List.of(required("volumeClaimTemplate"))),
            entry(PersistentVolumeClaimTemplate.class, List.of(required("spec"))),
            entry(
                    PersistentVolumeClaimSpec.class,
                    List.of(
                            required("accessModes", "resources.requests.storage"),
                            choice("accessModes", "ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"),
                            choice("volumeMode", "Block", "Filesystem"))),
            entry(ConfigMapVolumeSource.class, List.of(required("name"), DEFAULT_MODE)),
            entry(ConfigMapProjection.class, List.of(required("name"))),
            entry(SecretVolumeSource.class, List.of(required("secretName"), DEFAULT_MODE)),
            entry(SecretProjection.class, List.of(required("name"))),
            entry(KeyToPath.class, List.of(required("key", "path"), pathWithin("path"), MODE)),
            entry(ProjectedVolumeSource.class, List.of(DEFAULT_MODE)),
            entry(DownwardAPIVolumeSource.class, List.of(DEFAULT_MODE)),
            entry(
                    DownwardAPIVolumeFile.class,
                    List.of(required("path"), pathWithin("path"), oneOf("fieldRef", "resourceFieldRef"), MODE)),
            entry(ServiceAccountTokenProjection.class, List.of(required("path"), pathWithin("path"), EXPIRATION)),
            entry(
                    ImageVolumeSource.class,
                    List.of(required("reference"), choice("pullPolicy", "Always", "IfNotPresent", "Never"))),
            entry(CSIVolumeSource.class, List.of(required("driver"))),
            entry(NFSVolumeSource.class, List.of(required("server", "path"))),
            entry(ISCSIVolumeSource.class, List.of(required("targetPortal", "iqn"), range("lun", 0, HIGHEST_LUN))),
            entry(GCEPersistentDiskVolumeSource.class, List.of(required("pdName"), PARTITION)),
            entry(AWSElasticBlockStoreVolumeSource.class, List.of(required("volumeID"), PARTITION)),
            entry(AzureFileVolumeSource.class, List.of(required("secretName", "shareName"))),
            entry(AzureDiskVolumeSource.class, List.of(required("diskName", "diskURI"))),
            entry(CephFSVolumeSource.class, List.of(required("monitors"))),
            entry(CinderVolumeSource.class, List.of(required("volumeID"))),
            entry(FlexVolumeSource.class, List.of(required("driver"))),
            entry(GitRepoVolumeSource.class, List.of(required("repository"))),
            entry(GlusterfsVolumeSource.class, List.of(required("endpoints", "path"))),
            entry(PhotonPersistentDiskVolumeSource.class, List.of(required("pdID"))),
            entry(PortworxVolumeSource.class, List.of(required("volumeID"))),
            entry(QuobyteVolumeSource.class, List.of(required("registry", "volume"))),
            entry(RBDVolumeSource.class, List.of(required("monitors", "image"))),
            entry(ScaleIOVolumeSource.class, List.of(required("gateway", "system", "volumeName"))),
            entry(VsphereVirtualDiskVolumeSource.class, List.of(required("volumePath"))));

    private VolumeRules() {}
}
