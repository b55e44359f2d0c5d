import { acceptUpload, mayUpload } from "./accept-upload.server";
import { openUploadService, type UploadService, uploadSettings } from "./upload-service.server";

let opened: UploadService | null = null;
let openedFor = "";

/** The upload service of this process, opened on first use and again when the settings change (in tests). */
export function uploads(): UploadService {
  const settings = uploadSettings();
  const wanted = JSON.stringify(settings);
  if (opened && openedFor === wanted) return opened;
  const service: UploadService = openUploadService(
    { mayUpload, acceptUpload: (file, meta, now) => acceptUpload(service, file, meta, now) },
    settings,
  );
  opened = service;
  openedFor = wanted;
  return service;
}
